package de.stadtforum.local.demo;

import de.stadtforum.local.demo.DomainData.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Bodies, seats and the people on them: from the council's mandates to twenty votes (resolution 2 and 3).
final class Founding {
    private static final String BODIES = "/api/membership/bodies/";
    private static final LocalDate FROM = LocalDate.parse("2024-01-10");

    /// Departments that send somebody to the steering group; the other three have not.
    private static final List<String> SENDING =
            List.of("dez-ob", "dez-recht", "dez-schule", "dez-soziales", "dez-umwelt");

    /// Invited, and no answer yet.
    private static final List<String> SILENT = List.of("amtsgericht", "weisser-ring");

    private static final List<String> FACTION_SEATS =
            List.of(
                    "spd-1",
                    "spd-2",
                    "spd-3",
                    "gruene-1",
                    "gruene-2",
                    "gruene-3",
                    "cdu-1",
                    "cdu-2",
                    "linke-plus-1",
                    "afd-1");

    private final DomainData data;
    private final Story story;

    Founding(DomainData data, Story story) {
        this.data = data;
        this.story = story;
    }

    void write() {
        story.on("2024-01-08T09:00", "Zusammensetzung des Rates", this::council);
        story.on("2024-01-10T09:00", "Gremien und ihre Plätze", this::bodies);
        story.on(
                "2024-01-10T10:00",
                "Zehn Plätze der Fraktionen nach Hare-Niemeyer",
                this::apportionment);
        story.on("2024-01-15T09:00", "Einladungen an die Institutionen", this::invitations);
        story.on("2024-01-22T09:00", "Entsendungen in die Vollversammlung", this::delegations);
        story.on("2024-01-23T09:00", "Entsendungen in den Lenkungskreis", this::steeringGroup);
        story.on(
                "2024-03-20T09:00",
                "Der Handelsverband entsendet verspätet",
                () -> delegate("handelsverband", "Mitglied Handelsverband", story.today()));
        story.on("2024-04-16T09:00", "Der Platz des Seniorenbeirats wird frei", this::vacancy);
        story.on(
                "2024-06-03T09:00",
                "Der Seniorenbeirat entsendet neu",
                () -> delegate("seniorenbeirat", "Neues Mitglied Seniorenbeirat", story.today()));
        story.on(
                "2024-08-01T09:00",
                "Wechsel im Sozialdezernat",
                () -> delegate("sozialdezernent", "Neue Leitung Sozialdezernat", story.today()));
        story.on("2024-11-18T09:00", "Eine Fraktion verändert sich", this::factionChanges);
    }

    private void council() {
        story.put(
                Voice.OFFICE,
                "/api/membership/councils/rat-2020",
                "name",
                "Rat der Stadt Dortmund, gewählt am 13. September 2020",
                "asOf",
                LocalDate.parse("2020-11-01"),
                "factions",
                mandates(data.factions(), Map.of()),
                "unattached",
                mandates(data.singleCouncillors(), Map.of()));
    }

    private static List<Map<String, Object>> mandates(
            List<Entry> factions, Map<String, Integer> changed) {
        return factions.stream()
                .map(each ->
                        Story.with(
                                "id", each.id(),
                                "name", each.name(),
                                "mandates",
                                        changed.getOrDefault(
                                                each.id(), each.all().get("mandates").asInt())))
                .toList();
    }

    private void bodies() {
        for (var body : data.bodies()) {
            var kind = body.all().get("kind").asString();
            var assembly = kind.equals("ASSEMBLY");
            var charter =
                    new ArrayList<Object>(
                            List.of(
                                    "kind",
                                    kind,
                                    "name",
                                    body.name(),
                                    "votingSeats",
                                    assembly ? 20 : 0,
                                    "meetingsPerYear",
                                    assembly ? 3 : 0,
                                    "publicity",
                                    kind.equals("STEERING_GROUP") ? "CLOSED" : "PUBLIC",
                                    "from",
                                    FROM));
            if (body.all().has("district"))
                charter.addAll(List.of("district", body.all().get("district").asString()));
            story.put(Voice.OFFICE, BODIES + body.id(), charter.toArray());
        }
        data.votingInstitutions()
                .forEach(each ->
                        seat("vollversammlung", each.id(), "VOTING", "INSTITUTION", each.name()));
        data.votingOffices()
                .forEach(each ->
                        seat("vollversammlung", each.id(), "VOTING", "OFFICE", each.name()));
        data.advisoryInstitutions()
                .forEach(each ->
                        seat("vollversammlung", each.id(), "ADVISORY", "INSTITUTION", each.name()));
        data.departments()
                .forEach(each ->
                        seat("lenkungskreis", each.id(), "ADVISORY", "DEPARTMENT", each.name()));
        for (var body : List.of("vollversammlung", "lenkungskreis")) {
            story.post(
                    Voice.OFFICE,
                    BODIES + body + "/chair",
                    "seat",
                    body.equals("lenkungskreis") ? "dez-recht" : "rechtsdezernent",
                    "from",
                    FROM);
            story.post(
                    Voice.OFFICE,
                    BODIES + body + "/secretariat",
                    "office",
                    "ordnungsamt",
                    "name",
                    "Ordnungsamt",
                    "from",
                    FROM);
        }
        story.refused(
                Voice.OFFICE,
                BODIES + "lenkungskreis/seats",
                "EXTERNALS_NOT_FORESEEN",
                "seat",
                "polizei",
                "kind",
                "ADVISORY",
                "basis",
                "INSTITUTION",
                "holder",
                "polizei",
                "name",
                "Polizei",
                "from",
                FROM);
    }

    private void seat(String body, String id, String kind, String basis, String name) {
        story.post(
                Voice.OFFICE,
                BODIES + body + "/seats",
                "seat",
                id,
                "kind",
                kind,
                "basis",
                basis,
                "holder",
                id,
                "name",
                name,
                "from",
                FROM);
    }

    private void apportionment() {
        story.post(
                Voice.OFFICE,
                BODIES + "vollversammlung/apportion",
                "council",
                "rat-2020",
                "asOf",
                FROM,
                "seats",
                10,
                "basis",
                "FACTION_MANDATES");
    }

    private void invitations() {
        Stream.concat(data.votingInstitutions().stream(), data.advisoryInstitutions().stream())
                .forEach(each ->
                        story.post(
                                Voice.OFFICE,
                                BODIES + "vollversammlung/invite",
                                "seat",
                                each.id(),
                                "on",
                                story.today()));
    }

    private void delegations() {
        for (var each : data.votingInstitutions())
            if (!each.id().equals("handelsverband"))
                delegate(each.id(), "Mitglied " + each.name(), story.today());
        delegate("rechtsdezernent", "Leitung Rechtsdezernat", story.today());
        delegate("sozialdezernent", "Leitung Sozialdezernat", story.today());
        for (var seat : FACTION_SEATS)
            delegate(
                    "fraktion-" + seat,
                    "Mitglied " + factionOf(seat) + " " + seat.substring(seat.length() - 1),
                    story.today());
        for (var each : data.advisoryInstitutions())
            if (!SILENT.contains(each.id()))
                delegate(each.id(), "Mitglied " + shortName(each), story.today());
        deputy("polizei", "Stellvertretung Polizei", 1);
        deputy("drogenhilfe", "Stellvertretung Drogenhilfe", 1);
        deputy("seniorenbeirat", "Stellvertretung Seniorenbeirat", 1);
        deputy("fraktion-cdu-1", "Stellvertretung CDU-Fraktion", 1);
        deputy("feuerwehr", "Stellvertretung Feuerwehr", 1);
    }

    private static String shortName(Entry institution) {
        return institution.id().equals("wohnungslosenvertretung")
                ? "Interessen wohnungsloser Menschen"
                : institution.name();
    }

    private String factionOf(String seat) {
        var faction = seat.substring(0, seat.lastIndexOf('-'));
        return data.factions().stream()
                .filter(each -> each.id().equals(faction))
                .map(Entry::name)
                .findFirst()
                .orElse(faction);
    }

    /// A person who is named for the first time is entered into the roster too.
    private void delegate(String seat, String name, LocalDate from) {
        var person =
                person(
                        name.startsWith("Neue") ? "neues-mitglied-" + seat : "mitglied-" + seat,
                        name);
        story.post(
                Voice.OFFICE,
                BODIES + "vollversammlung/delegates",
                "seat",
                seat,
                "person",
                person,
                "from",
                from);
    }

    private void deputy(String seat, String name, int rank) {
        var person = person("stellvertretung-" + seat, name);
        story.post(
                Voice.OFFICE,
                BODIES + "vollversammlung/deputies",
                "seat",
                seat,
                "person",
                person,
                "rank",
                rank,
                "from",
                story.today());
    }

    private String person(String id, String name) {
        story.put(Voice.OFFICE, "/api/membership/persons/" + id, "name", name);
        return id;
    }

    private void steeringGroup() {
        for (var department : data.departments())
            if (SENDING.contains(department.id())) {
                var person = person("mitglied-" + department.id(), "Mitglied " + department.name());
                story.post(
                        Voice.OFFICE,
                        BODIES + "lenkungskreis/delegates",
                        "seat",
                        department.id(),
                        "person",
                        person,
                        "from",
                        story.today());
            }
    }

    private void vacancy() {
        story.post(
                Voice.OFFICE,
                BODIES + "vollversammlung/delegations/end",
                "seat",
                "seniorenbeirat",
                "until",
                LocalDate.parse("2024-04-15"));
    }

    /// One member leaves FDP/Bürgerliste for Volt; the ten seats are computed anew and stay as they are.
    private void factionChanges() {
        var single = new ArrayList<>(mandates(data.singleCouncillors(), Map.of()));
        single.add(Story.with("id", "volt", "name", "Volt", "mandates", 1));
        story.post(
                Voice.OFFICE,
                "/api/membership/councils/rat-2020/compositions",
                "asOf",
                LocalDate.parse("2024-11-15"),
                "factions",
                mandates(data.factions(), Map.of("fdp-bl", 3)),
                "unattached",
                single);
    }
}
