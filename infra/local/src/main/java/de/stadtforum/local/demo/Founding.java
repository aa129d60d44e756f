package de.stadtforum.local.demo;

import de.stadtforum.city.Bodies;
import de.stadtforum.city.City;
import de.stadtforum.city.Councils.Faction;
import de.stadtforum.city.District;
import de.stadtforum.city.Institutions.Institution;
import de.stadtforum.local.demo.Script.Command;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The commands that follow from a city's own files: its council, bodies, seats and invitations.
///
/// @param office who gives them
/// @param on the day from which all of it holds
record Founding(City city, String office, LocalDate on) {
    private static final String BODIES = "/api/membership/bodies/";

    List<Command> of(Script.Founded what) {
        return switch (what) {
            case COUNCIL -> List.of(council());
            case BODIES -> bodies();
            case FACTION_SEATS -> List.of(factionSeats());
            case INVITATIONS -> List.of(invitations());
        };
    }

    private Command council() {
        var council = city.councils().getFirst();
        return put(
                "/api/membership/councils/" + council.id(),
                body(
                        "name",
                        council.name(),
                        "asOf",
                        council.asOf(),
                        "factions",
                        mandates(council.factions()),
                        "unattached",
                        mandates(council.unattached())));
    }

    private static List<Map<String, Object>> mandates(List<Faction> factions) {
        return factions.stream()
                .map(each ->
                        body("id", each.id(), "name", each.name(), "mandates", each.mandates()))
                .toList();
    }

    private List<Command> bodies() {
        var commands = new ArrayList<Command>();
        for (var body : city.register().bodies())
            commands.add(
                    charter(
                            body.id(),
                            body.kind().name(),
                            body.name(),
                            body.votingSeats(),
                            body.meetingsPerYear(),
                            body.publicity().name(),
                            null));
        for (var district : city.districts()) {
            var council = district.council();
            commands.add(
                    charter(
                            council.id(),
                            "DISTRICT_COUNCIL",
                            council.name(),
                            0,
                            0,
                            Bodies.Publicity.PUBLIC.name(),
                            district));
        }
        var seats = new ArrayList<Map<String, Object>>();
        var institutions = city.institutions();
        institutions.voting().forEach(each -> seats.add(seat(each, "VOTING", "INSTITUTION")));
        institutions.offices().forEach(each -> seats.add(seat(each, "VOTING", "OFFICE")));
        institutions.advisory().forEach(each -> seats.add(seat(each, "ADVISORY", "INSTITUTION")));
        commands.add(post(city.assembly(), "seats", seats));
        commands.add(
                post(
                        city.profile().steeringGroup(),
                        "seats",
                        city.register().departments().stream()
                                .map(each -> new Institution(each.id(), each.name(), null))
                                .map(each -> seat(each, "ADVISORY", "DEPARTMENT"))
                                .toList()));
        for (var body : city.register().bodies()) {
            if (body.chair() != null)
                commands.add(
                        post(body.id(), "chair", List.of(body("seat", body.chair(), "from", on))));
            if (body.secretariat() != null)
                commands.add(
                        post(
                                body.id(),
                                "secretariat",
                                List.of(
                                        body(
                                                "office",
                                                body.secretariat(),
                                                "name",
                                                city.officeName(body.secretariat()),
                                                "from",
                                                on))));
        }
        return commands;
    }

    private Command charter(
            String id,
            String kind,
            String name,
            int votingSeats,
            int meetingsPerYear,
            String publicity,
            @Nullable District district) {
        var charter =
                body(
                        "kind",
                        kind,
                        "name",
                        name,
                        "votingSeats",
                        votingSeats,
                        "meetingsPerYear",
                        meetingsPerYear,
                        "publicity",
                        publicity,
                        "from",
                        on);
        if (district != null) charter.put("district", district.id());
        return put(BODIES + id, charter);
    }

    private Map<String, Object> seat(Institution of, String kind, String basis) {
        return body(
                "seat", of.id(), "kind", kind, "basis", basis, "holder", of.id(), "name", of.name(),
                "from", on);
    }

    private Command factionSeats() {
        return post(
                city.assembly(),
                "apportion",
                List.of(
                        body(
                                "council",
                                city.councils().getFirst().id(),
                                "asOf",
                                on,
                                "seats",
                                city.institutions().factionSeats(),
                                "basis",
                                "FACTION_MANDATES")));
    }

    private Command invitations() {
        var institutions = city.institutions();
        return post(
                city.assembly(),
                "invite",
                Stream.concat(institutions.voting().stream(), institutions.advisory().stream())
                        .map(each -> body("seat", each.id(), "on", on))
                        .toList());
    }

    private Command put(String path, Map<String, Object> body) {
        return new Command(office, path, null, body, null, null, null);
    }

    private Command post(String body, String act, List<Map<String, Object>> bodies) {
        return new Command(office, null, BODIES + body + "/" + act, null, bodies, null, null);
    }

    /// A record of the interface, in the order of its fields.
    private static Map<String, Object> body(Object... namesAndValues) {
        var body = new LinkedHashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            var value = namesAndValues[i + 1];
            body.put(
                    (String) namesAndValues[i],
                    value instanceof LocalDate day ? day.toString() : value);
        }
        return body;
    }
}
