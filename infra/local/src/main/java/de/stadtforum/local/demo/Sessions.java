package de.stadtforum.local.demo;

import static de.stadtforum.local.demo.Story.with;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The assembly's meetings, its votes and what followed from them; the steering group's two meetings (resolution 2 and 3).
final class Sessions {
    private static final List<String> VOTING =
            List.of(
                    "behindertenpolitisches-netzwerk",
                    "integrationsrat",
                    "seniorenbeirat",
                    "cityring",
                    "handelsverband",
                    "drogenhilfe",
                    "ag-wohlfahrtspflege",
                    "polizei",
                    "rechtsdezernent",
                    "sozialdezernent",
                    "fraktion-spd-1",
                    "fraktion-spd-2",
                    "fraktion-spd-3",
                    "fraktion-gruene-1",
                    "fraktion-gruene-2",
                    "fraktion-gruene-3",
                    "fraktion-cdu-1",
                    "fraktion-cdu-2",
                    "fraktion-linke-plus-1",
                    "fraktion-afd-1");

    private static final String HALL = "Rathaus, Friedensplatz 1, Saal Westfalia";
    private final Story story;

    Sessions(Story story) {
        this.story = story;
    }

    void write() {
        steeringGroup("lk-2024-1", "2024-01-24", "Aufbau des Prozesses", this::proposeRules);
        first();
        second();
        steeringGroup("lk-2024-2", "2024-06-12", "Entwürfe aus der Vollversammlung", this::comment);
        third();
        fourth();
        followUp();
    }

    private void steeringGroup(String id, String date, String topic, Runnable afterwards) {
        var sitting = new Sitting(story, id);
        story.on(
                day(date, -14) + "T09:00",
                "Einladung: Lenkungskreis am " + date,
                () -> {
                    sitting.plan("lenkungskreis", date);
                    sitting.convene(date + "T08:00:00Z", "Rathaus, Raum 120", false);
                    sitting.item("1", topic, "CLOSED", "");
                });
        story.on(
                date + "T09:00",
                "Lenkungskreis",
                () -> {
                    sitting.open();
                    for (var department :
                            List.of(
                                    "dez-ob",
                                    "dez-recht",
                                    "dez-schule",
                                    "dez-soziales",
                                    "dez-umwelt"))
                        sitting.advises(department, "mitglied-" + department);
                    sitting.conclude("top-1", "DELIBERATED");
                    sitting.close(75);
                    afterwards.run();
                });
    }

    private static String day(String date, int plus) {
        return java.time.LocalDate.parse(date).plusDays(plus).toString();
    }

    private void proposeRules() {
        propose(
                "vorschlag-geschaeftsordnung",
                "RULES",
                "lenkungskreis",
                "Entwurf einer Geschäftsordnung der Vollversammlung");
    }

    private void propose(String id, String kind, String source, String title) {
        story.put(
                Voice.OFFICE,
                "/api/session/proposals/" + id,
                "body",
                "vollversammlung",
                "kind",
                kind,
                "source",
                source,
                "title",
                title,
                "publicTitle",
                true,
                "on",
                story.today());
    }

    private void comment() {
        propose(
                "vorschlag-vorlage-licht",
                "PAPER",
                "ag-licht",
                "Vorlage: Beleuchtung an Wegen und Haltestellen");
        story.post(
                Voice.OFFICE,
                "/api/session/proposals/vorschlag-vorlage-licht/comments",
                "by",
                "lenkungskreis",
                "comment",
                "Bitte die Kosten je Stadtbezirk ergänzen und die Zuständigkeit des Tiefbauamtes nennen.",
                "on",
                story.today());
    }

    /// Who sits on the voting seats on that day, as the year goes.
    private static SortedMap<String, String> members(String date, String... away) {
        var members = new TreeMap<String, String>();
        for (var seat : VOTING) members.put(seat, "mitglied-" + seat);
        if (date.compareTo("2024-03-20") < 0) members.remove("handelsverband");
        if (date.compareTo("2024-06-03") >= 0)
            members.put("seniorenbeirat", "neues-mitglied-seniorenbeirat");
        else if (date.compareTo("2024-04-16") >= 0) members.remove("seniorenbeirat");
        if (date.compareTo("2024-08-01") >= 0)
            members.put("sozialdezernent", "neues-mitglied-sozialdezernent");
        for (var seat : away) members.remove(seat);
        return members;
    }

    private Sitting convened(String id, String date, Runnable items) {
        var sitting = new Sitting(story, id);
        story.on(
                "2024-01-31T09:00",
                "Geplant: Vollversammlung am " + date,
                () -> sitting.plan("vollversammlung", date));
        story.on(
                day(date, -14) + "T12:00",
                "Einladung: Vollversammlung am " + date,
                () -> {
                    sitting.convene(
                            date
                                    + (date.compareTo("2024-03-31") < 0
                                                    || date.compareTo("2024-10-27") > 0
                                            ? "T16:00:00Z"
                                            : "T15:00:00Z"),
                            HALL,
                            true);
                    sitting.item("1", "Regularien");
                    items.run();
                });
        return sitting;
    }

    private void opened(Sitting sitting, SortedMap<String, String> present) {
        sitting.open();
        sitting.present(present);
        for (var seat : List.of("feuerwehr", "ordnungsamt", "jugendamt", "gesundheitsamt"))
            sitting.advises(seat, "mitglied-" + seat);
    }

    private void first() {
        var id = "vv-2024-1";
        var items = new Sitting(story, id);
        var sitting =
                convened(
                        id,
                        "2024-02-28",
                        () -> {
                            items.item(
                                    "2",
                                    "Geschäftsordnung der Vollversammlung",
                                    "PUBLIC",
                                    "vorschlag-geschaeftsordnung");
                            items.item("3", "Geschäftsordnung der Arbeitsgruppen");
                            items.item("4", "Handlungsfelder des Masterplans");
                            items.item(
                                    "5", "Lagebild der Polizei zu einzelnen Orten", "CLOSED", "");
                        });
        story.on(
                "2024-02-28T17:00",
                "Erste Vollversammlung",
                () -> {
                    opened(sitting, members("2024-02-28", "fraktion-afd-1", "cityring"));
                    sitting.excused("fraktion-afd-1", "mitglied-fraktion-afd-1");
                    sitting.excused("cityring", "mitglied-cityring");
                    sitting.quorum();
                    sitting.conclude("top-1", "NOTED");
                    sitting.vote(
                            "vv1-geschaeftsordnung",
                            "top-2",
                            rules(
                                    "go-vollversammlung",
                                    "vollversammlung",
                                    false,
                                    true,
                                    "Die Vollversammlung gibt sich die vorgeschlagene Geschäftsordnung mit einer Änderung: Die Ladungsfrist beträgt 14 statt 7 Tage."),
                            List.of("fraktion-linke-plus-1"),
                            List.of("drogenhilfe"));
                    sitting.conclude("top-2", "DECIDED");
                    sitting.vote(
                            "vv1-geschaeftsordnung-ag",
                            "top-3",
                            rules(
                                    "go-arbeitsgruppen",
                                    "vollversammlung",
                                    true,
                                    false,
                                    "Für die Arbeitsgruppen gilt die Geschäftsordnung sinngemäß. Sie tagen anlassbezogen und berichten der Vollversammlung."),
                            List.of(),
                            List.of());
                    sitting.conclude("top-3", "DECIDED");
                    sitting.vote(
                            "vv1-feld-licht",
                            "top-4",
                            field("feld-licht", "Öffentlicher Raum und Beleuchtung"),
                            List.of(),
                            List.of());
                    sitting.vote(
                            "vv1-feld-praevention",
                            "top-4",
                            field("feld-praevention", "Prävention und Jugend"),
                            List.of(),
                            List.of("fraktion-cdu-2"));
                    sitting.vote(
                            "vv1-feld-sucht",
                            "top-4",
                            field("feld-sucht", "Sucht und Straßenszene"),
                            List.of("fraktion-cdu-1", "fraktion-cdu-2"),
                            List.of("polizei"));
                    sitting.conclude("top-4", "DECIDED");
                    sitting.conclude("top-5", "NOTED");
                    sitting.close(140);
                });
        story.on("2024-03-13T09:00", "Niederschrift der ersten Sitzung", sitting::sign);
    }

    private static java.util.Map<String, Object> rules(
            String id, String body, boolean forGroups, boolean amended, String text) {
        return with(
                "kind",
                "adopt-rules",
                "id",
                id,
                "body",
                body,
                "forWorkingGroups",
                forGroups,
                "edition",
                1,
                "amended",
                amended,
                "text",
                text,
                "inForce",
                "2024-02-28");
    }

    private static java.util.Map<String, Object> field(String id, String title) {
        return with("kind", "name-field", "id", id, "title", title);
    }

    private void second() {
        var id = "vv-2024-2";
        var items = new Sitting(story, id);
        var sitting =
                convened(
                        id,
                        "2024-05-29",
                        () -> {
                            items.item(
                                    "2",
                                    "Ergebnis des Quartierslabors Huckarde",
                                    "PUBLIC",
                                    "ergebnis-lab-huckarde-2024");
                            items.item("3", "Bildung von Arbeitsgruppen");
                            items.item("4", "Berufung eines weiteren beratenden Mitglieds");
                            items.item("5", "Frage der Verwaltung: Beleuchtung im Winter");
                            items.item("6", "Empfehlung zur Sprechstunde im Quartier");
                            items.item("7", "Empfehlung zur Ordnungspartnerschaft");
                        });
        story.on(
                "2024-05-21T09:00",
                "Die Verwaltung fragt die Vollversammlung",
                () ->
                        story.put(
                                Voice.OFFICE,
                                "/api/session/questions/frage-winterlicht",
                                "body",
                                "vollversammlung",
                                "by",
                                "verwaltung",
                                "title",
                                "Soll die Beleuchtung im Winter abends länger eingeschaltet bleiben?",
                                "on",
                                story.today()));
        story.on(
                "2024-05-29T17:00",
                "Zweite Vollversammlung",
                () -> {
                    opened(sitting, members("2024-05-29", "polizei", "fraktion-linke-plus-1"));
                    sitting.deputy("polizei", "stellvertretung-polizei", 0);
                    sitting.excused("fraktion-linke-plus-1", "mitglied-fraktion-linke-plus-1");
                    sitting.quorum();
                    sitting.conclude("top-1", "NOTED");
                    sitting.conclude("top-2", "NOTED");
                    sitting.vote(
                            "vv2-ag-licht",
                            "top-3",
                            with(
                                    "kind",
                                    "form-group",
                                    "id",
                                    "ag-licht",
                                    "name",
                                    "AG Licht und öffentlicher Raum",
                                    "fields",
                                    List.of("feld-licht")),
                            List.of(),
                            List.of());
                    sitting.vote(
                            "vv2-ag-praevention",
                            "top-3",
                            with(
                                    "kind",
                                    "form-group",
                                    "id",
                                    "ag-praevention",
                                    "name",
                                    "AG Prävention",
                                    "fields",
                                    List.of("feld-praevention", "feld-sucht")),
                            List.of("fraktion-afd-1"),
                            List.of());
                    sitting.conclude("top-3", "DECIDED");
                    sitting.vote(
                            "vv2-berufung",
                            "top-4",
                            with(
                                    "kind",
                                    "appoint",
                                    "holder",
                                    "mieterverein",
                                    "name",
                                    "Mieterverein (Beispiel)"),
                            List.of(),
                            List.of("cityring"));
                    sitting.conclude("top-4", "DECIDED");
                    sitting.vote(
                            "vv2-stellungnahme",
                            "top-5",
                            with(
                                    "kind",
                                    "give-statement",
                                    "id",
                                    "frage-winterlicht",
                                    "text",
                                    "Ja. An Haltestellen und Schulwegen soll das Licht von November bis Februar bis 1 Uhr eingeschaltet bleiben."),
                            List.of("fraktion-afd-1"),
                            List.of("handelsverband"));
                    sitting.conclude("top-5", "DECIDED");
                    sitting.vote(
                            "vv2-sprechstunde",
                            "top-6",
                            recommend(
                                    "empfehlung-sprechstunde",
                                    "ADMINISTRATION",
                                    "verwaltung",
                                    "Die Verwaltung möge in jedem Stadtbezirk eine monatliche Sprechstunde von Ordnungsamt und Polizei anbieten.",
                                    "2024-09-30"),
                            List.of(),
                            List.of("fraktion-cdu-2"));
                    sitting.conclude("top-6", "DECIDED");
                    sitting.conflict("rechtsdezernent", "top-7");
                    sitting.handOver("sozialdezernent", "top-7");
                    sitting.vote(
                            "vv2-ordnungspartnerschaft",
                            "top-7",
                            recommend(
                                    "empfehlung-ordnungspartnerschaft",
                                    "STEERING_GROUP",
                                    "lenkungskreis",
                                    "Der Lenkungskreis möge die Ordnungspartnerschaft von Stadt und Polizei in den Prozess einbinden.",
                                    "2024-10-31"),
                            List.of("fraktion-gruene-3"),
                            List.of("drogenhilfe"));
                    sitting.conclude("top-7", "DECIDED");
                    sitting.close(165);
                });
        story.on("2024-06-12T12:00", "Niederschrift der zweiten Sitzung", sitting::sign);
    }

    private static java.util.Map<String, Object> recommend(
            String id, String addressee, String to, String text, String due) {
        return with(
                "kind",
                "recommend",
                "id",
                id,
                "addressee",
                addressee,
                "to",
                to,
                "text",
                text,
                "answerDue",
                due);
    }

    private void third() {
        var id = "vv-2024-3";
        var items = new Sitting(story, id);
        var sitting =
                convened(
                        id,
                        "2024-09-25",
                        () -> {
                            items.item("2", "Bericht der AG Licht und öffentlicher Raum");
                            items.item(
                                    "3",
                                    "Vorschlag aus dem Quartierslabor Mengede",
                                    "PUBLIC",
                                    "vorschlag-bahnhofsumfeld");
                            items.item("4", "Ausgestaltung des Handlungsfeldes Beleuchtung");
                            items.item("5", "Empfehlung an den Rat");
                            items.item("6", "Empfehlung an den Ausschuss");
                            items.item(
                                    "7",
                                    "Vorschlag für eine Vorlage",
                                    "PUBLIC",
                                    "vorschlag-vorlage-licht");
                            items.item(
                                    "8", "Fortentwicklung der sicherheitspolitischen Strukturen");
                        });
        story.on(
                "2024-09-02T09:00",
                "Dauerthema: Wie geht es nach dem Masterplan weiter?",
                () ->
                        story.put(
                                Voice.OFFICE,
                                "/api/session/topics/fortentwicklung",
                                "body",
                                "vollversammlung",
                                "title",
                                "Beteiligung an sicherheitspolitischen Fragen nach dem Masterplan 2.0",
                                "on",
                                story.today()));
        story.on(
                "2024-09-25T17:00",
                "Dritte Vollversammlung",
                () -> {
                    opened(sitting, members("2024-09-25", "handelsverband"));
                    sitting.excused("handelsverband", "mitglied-handelsverband");
                    sitting.quorum();
                    sitting.conclude("top-1", "NOTED");
                    story.post(
                            Voice.OFFICE,
                            "/api/session/groups/ag-licht/report",
                            "meeting",
                            id,
                            "on",
                            story.today());
                    sitting.conclude("top-2", "NOTED");
                    sitting.vote(
                            "vv3-feld-bahnhof",
                            "top-3",
                            with(
                                    "kind",
                                    "name-field",
                                    "id",
                                    "feld-bahnhofsumfeld",
                                    "title",
                                    "Bahnhofsumfeld Mengede",
                                    "lab",
                                    "lab-mengede-2024"),
                            List.of(),
                            List.of());
                    sitting.conclude("top-3", "DECIDED");
                    sitting.leaves("drogenhilfe", 60);
                    sitting.deputy("drogenhilfe", "stellvertretung-drogenhilfe", 61);
                    sitting.vote(
                            "vv3-ausgestaltung",
                            "top-4",
                            with(
                                    "kind",
                                    "shape-field",
                                    "id",
                                    "feld-licht",
                                    "description",
                                    "Vorrang haben Haltestellen, Schulwege und Unterführungen. Jede Maßnahme nennt Ort, Kosten und Termin."),
                            List.of(),
                            List.of("fraktion-spd-3"));
                    sitting.conclude("top-4", "DECIDED");
                    sitting.secretVote(
                            "vv3-rat",
                            "top-5",
                            recommend(
                                    "empfehlung-rat",
                                    "COUNCIL",
                                    "rat",
                                    "Der Rat möge für die Beleuchtung von Haltestellen und Schulwegen Mittel im Haushalt 2025 bereitstellen.",
                                    "2025-03-31"),
                            14,
                            3,
                            2);
                    sitting.conclude("top-5", "DECIDED");
                    sitting.vote(
                            "vv3-ausschuss",
                            "top-6",
                            recommend(
                                    "empfehlung-ausschuss",
                                    "COMMITTEE",
                                    "abooab",
                                    "Der Ausschuss möge die Reinigung rund um Bahnhöfe in Schwerpunktzeiten verdoppeln.",
                                    "2024-12-15"),
                            List.of("fraktion-afd-1", "fraktion-cdu-1"),
                            List.of());
                    sitting.conclude("top-6", "DECIDED");
                    sitting.vote(
                            "vv3-vorlage",
                            "top-7",
                            with(
                                    "kind",
                                    "propose-paper",
                                    "id",
                                    "vorlage-licht",
                                    "title",
                                    "Beleuchtung an Wegen und Haltestellen"),
                            List.of("fraktion-afd-1"),
                            List.of());
                    sitting.conclude("top-7", "DECIDED");
                    option("gesamtstadt", "Ein ständiger Beirat für die Gesamtstadt", "CITY");
                    option(
                            "stadtbezirke",
                            "Sicherheitskonferenzen in den Stadtbezirken",
                            "DISTRICT");
                    story.post(
                            Voice.CHAIR,
                            "/api/session/topics/fortentwicklung/postpone",
                            "meeting",
                            id,
                            "on",
                            story.today());
                    sitting.conclude("top-8", "POSTPONED");
                    sitting.close(190);
                });
        story.on("2024-10-09T09:00", "Niederschrift der dritten Sitzung", sitting::sign);
    }

    private void option(String id, String title, String level) {
        story.post(
                Voice.CHAIR,
                "/api/session/topics/fortentwicklung/options",
                "option",
                id,
                "title",
                title,
                "level",
                level,
                "meeting",
                "vv-2024-3",
                "on",
                story.today());
    }

    private void fourth() {
        var sitting = convened("vv-2024-4", "2024-12-04", () -> {});
        var items = new Sitting(story, "vv-2024-4");
        story.on(
                "2024-11-21T09:00",
                "Tagesordnung der vierten Sitzung",
                () -> items.item("2", "Beschlussvorschlag zur Fortentwicklung der Strukturen"));
        story.on(
                "2024-12-02T09:00",
                "Die vierte Sitzung wird verschoben",
                () ->
                        sitting.postpone(
                                "2025-02-26",
                                "Der Saal steht wegen eines Wasserschadens nicht zur Verfügung."));
    }

    private void followUp() {
        forward("2024-06-05", "empfehlung-sprechstunde");
        forward("2024-06-05", "empfehlung-ordnungspartnerschaft");
        forward("2024-10-02", "empfehlung-rat");
        forward("2024-10-02", "empfehlung-ausschuss");
        answer(
                "2024-08-21",
                "empfehlung-sprechstunde",
                "ADOPTED_IN_PART",
                "Die Sprechstunden beginnen im September in sechs Stadtbezirken; die übrigen folgen 2025.");
        answer(
                "2024-10-16",
                "empfehlung-ordnungspartnerschaft",
                "TAKEN_NOTE",
                "Der Lenkungskreis hat die Empfehlung zur Kenntnis genommen und lädt die Polizei zu seinen Sitzungen ein.");
        var paper = "/api/session/papers/vorlage-licht/";
        story.on(
                "2024-10-14T09:00",
                "Entwurf der Vorlage",
                () -> story.post(Voice.OFFICE, paper + "draft", "on", story.today()));
        story.on(
                "2024-10-21T09:00",
                "Die Vorlage bekommt ihre Nummer",
                () -> {
                    story.post(
                            Voice.OFFICE,
                            paper + "number",
                            "number",
                            "35871-24",
                            "on",
                            story.today());
                    story.post(
                            Voice.OFFICE,
                            paper + "deliberations",
                            "body",
                            "abooab",
                            "role",
                            "ADVISES",
                            "on",
                            "2024-11-19");
                    story.post(
                            Voice.OFFICE,
                            paper + "deliberations",
                            "body",
                            "rat",
                            "role",
                            "DECIDES",
                            "on",
                            "2024-12-12");
                });
        story.on(
                "2024-11-19T18:00",
                "Der Ausschuss berät die Vorlage",
                () ->
                        story.post(
                                Voice.OFFICE,
                                paper + "deliberations/record",
                                "body",
                                "abooab",
                                "result",
                                "Der Ausschuss empfiehlt die Vorlage.",
                                "on",
                                story.today()));
        story.on(
                "2024-12-12T18:00",
                "Der Rat beschließt die Vorlage",
                () ->
                        story.post(
                                Voice.OFFICE,
                                paper + "deliberations/record",
                                "body",
                                "rat",
                                "result",
                                "Der Rat beschließt die Vorlage.",
                                "on",
                                story.today()));
    }

    private void forward(String day, String id) {
        story.on(
                day + "T10:00",
                "Weitergeleitet: " + id,
                () ->
                        story.post(
                                Voice.OFFICE,
                                "/api/session/recommendations/" + id + "/forward",
                                "on",
                                story.today()));
    }

    private void answer(String day, String id, String answer, String text) {
        story.on(
                day + "T10:00",
                "Beantwortet: " + id,
                () ->
                        story.post(
                                Voice.OFFICE,
                                "/api/session/recommendations/" + id + "/answer",
                                "answer",
                                answer,
                                "text",
                                text,
                                "on",
                                story.today()));
    }
}
