package de.stadtforum.local.demo;

import java.time.LocalDate;
import java.util.List;

/// The concept, the labs in the eight open districts, and what residents contributed (resolution 5). All texts are invented.
final class LabYear {
    private static final String LABS = "/api/lab/labs/";
    private static final String CONCEPT = "/api/lab/concepts/konzept-2024";

    /// A lab that is held, with whom it involved.
    private record Lab(
            String district,
            String neighbourhood,
            String date,
            String place,
            int participants,
            List<Partner> partners) {
        String id() {
            return "lab-" + district + "-2024";
        }

        LocalDate day() {
            return LocalDate.parse(date);
        }
    }

    private record Partner(String kind, String name) {}

    /// A resident's contribution: how it came, what it says, what became of it.
    private record Voiced(String channel, String text, String fate, String answer) {}

    private static final Partner CLUB = new Partner("CLUB", "Nachbarschaftsverein");
    private static final Partner ASSOCIATION =
            new Partner("ASSOCIATION", "Gewerbeverband im Quartier");
    private static final Partner YOUTH = new Partner("YOUTH_WORK", "Jugendfreizeitstätte");
    private static final Partner SOCIAL = new Partner("SOCIAL_WORK", "Aufsuchende Sozialarbeit");

    private static final List<Lab> HELD =
            List.of(
                    new Lab(
                            "huckarde",
                            "Huckarde Ortskern",
                            "2024-04-20",
                            "HERE",
                            48,
                            List.of(CLUB, ASSOCIATION, YOUTH, SOCIAL)),
                    new Lab(
                            "mengede",
                            "Mengede Bahnhofsumfeld",
                            "2024-05-25",
                            "HERE",
                            63,
                            List.of(CLUB, ASSOCIATION, YOUTH, SOCIAL)),
                    new Lab(
                            "eving",
                            "Eving Mitte",
                            "2024-06-22",
                            "HERE",
                            37,
                            List.of(CLUB, ASSOCIATION, SOCIAL)), // the gap: no youth work
                    new Lab(
                            "hombruch",
                            "Hombruch Marktplatz",
                            "2024-08-31",
                            "HERE",
                            52,
                            List.of(CLUB, ASSOCIATION, YOUTH, SOCIAL)),
                    new Lab(
                            "innenstadt-ost",
                            "Kaiserviertel",
                            "2024-09-14",
                            "HERE",
                            71,
                            List.of(CLUB, ASSOCIATION, YOUTH, SOCIAL)),
                    new Lab(
                            "scharnhorst",
                            "Scharnhorst-Ost",
                            "2024-10-12",
                            "CITY_TOOL",
                            44,
                            List.of(CLUB, ASSOCIATION, YOUTH, SOCIAL)));

    private static final Lab LATE =
            new Lab("aplerbeck", "Aplerbecker Ortskern", "2024-11-16", "HERE", 0, List.of());
    private static final Lab MISSED =
            new Lab("innenstadt-west", "Unionviertel", "2024-11-30", "HERE", 0, List.of());

    private static final List<Voiced> HUCKARDE =
            List.of(
                    new Voiced(
                            "ONLINE",
                            "Am Marktplatz fallen abends zwei Laternen aus. Der Weg zur Haltestelle ist dann stockdunkel.",
                            "TAKEN_UP",
                            "Die Laternen werden im Sommer auf LED umgerüstet und enger gesetzt."),
                    new Voiced(
                            "ONLINE",
                            "Mehr Bänke vor der Bücherei wären schön, dann sind dort auch abends Leute.",
                            "UNDER_REVIEW",
                            "Der Vorschlag wird mit der Bezirksvertretung besprochen."),
                    new Voiced(
                            "PAPER",
                            "Der Spielplatz an der Schule braucht mehr Kontrollen am Wochenende.",
                            "TAKEN_UP",
                            "Der kommunale Ordnungsdienst nimmt den Platz in seine Streife auf."),
                    new Voiced(
                            "ON_SITE",
                            "Ein fester Ansprechpartner der Polizei im Ortskern würde vielen helfen.",
                            "ALREADY_DONE",
                            "Die Sprechstunde findet jeden Mittwoch im Stadtteilhaus statt."),
                    new Voiced(
                            "ONLINE",
                            "Herr Beispiel aus Haus Nummer 7 stört jede Nacht.",
                            "PERSONAL_DATA",
                            ""));

    private static final List<Voiced> MENGEDE =
            List.of(
                    new Voiced(
                            "ONLINE",
                            "Rund um den Bahnhof fühlt man sich nach 20 Uhr unwohl. Es fehlen Licht und Aufenthalt.",
                            "TAKEN_UP",
                            "Das Bahnhofsumfeld wird als eigenes Handlungsfeld vorgeschlagen."),
                    new Voiced(
                            "ONLINE",
                            "Die Unterführung müsste heller gestrichen und öfter gereinigt werden.",
                            "TAKEN_UP",
                            "Die Reinigung findet ab Juli zweimal in der Woche statt."),
                    new Voiced(
                            "ON_SITE",
                            "Jugendliche brauchen einen Ort, an dem sie abends sein dürfen.",
                            "UNDER_REVIEW",
                            "Das Jugendamt prüft längere Öffnungszeiten des Treffs."),
                    new Voiced(
                            "ON_SITE",
                            "Bitte mehr Fahrradbügel mit Beleuchtung.",
                            "OTHER_COMPETENCE",
                            "Die Fläche gehört der Bahn. Die Stadt hat den Wunsch weitergegeben."),
                    new Voiced("ONLINE", "Kaufen Sie jetzt günstig bei uns ein!", "OFF_TOPIC", ""));

    private static final List<Voiced> EVING =
            List.of(
                    new Voiced(
                            "ONLINE",
                            "An der Kreuzung vor dem Markt wird ständig bei Rot gefahren.",
                            "UNDER_REVIEW",
                            "Die Polizei misst dort im Herbst."),
                    new Voiced(
                            "PAPER",
                            "Mehr Sprechstunden im Stadtteil, nicht nur in der Innenstadt.",
                            "TAKEN_UP",
                            "Ab September gibt es eine monatliche Sprechstunde vor Ort."),
                    new Voiced(
                            "ON_SITE",
                            "Der Park sollte bis zum Einbruch der Dunkelheit begleitet sein.",
                            "NOT_FEASIBLE",
                            "Dafür fehlt das Personal. Geprüft wird eine Begleitung im Sommer."));

    private static final List<Voiced> HOMBRUCH =
            List.of(
                    new Voiced(
                            "ONLINE",
                            "Beim Wochenmarkt wird es eng für Menschen mit Rollstuhl.",
                            "TAKEN_UP",
                            "Die Stände werden neu aufgestellt."),
                    new Voiced(
                            "ONLINE",
                            "Der Schulweg über die Hauptstraße braucht eine sichere Querung.",
                            "UNDER_REVIEW",
                            "Die Verkehrsplanung zählt im November."),
                    new Voiced(
                            "ON_SITE",
                            "Gute Nachbarschaft hilft mehr als jede Kamera: Wir möchten ein Straßenfest.",
                            "TAKEN_UP",
                            "Die Stadt unterstützt das Fest mit einer Ansprechperson."));

    private static final List<Voiced> INNENSTADT_OST =
            List.of(
                    new Voiced(
                            "ONLINE",
                            "Die Parkbuchten sind abends Treffpunkt von Rasern.",
                            "UNDER_REVIEW",
                            "Ordnungsamt und Polizei planen gemeinsame Kontrollen."),
                    new Voiced(
                            "ONLINE",
                            "Bitte den Durchgang zum Ostpark beleuchten.",
                            "TAKEN_UP",
                            "Der Durchgang steht auf der Liste für 2025."),
                    new Voiced("PAPER", "Ihr seid doch alle unfähig.", "INSULT", ""));

    private static final List<Voiced> SCHARNHORST =
            List.of(
                    new Voiced(
                            "CITY_TOOL",
                            "Das Einkaufszentrum braucht abends eine Aufsicht.",
                            "OTHER_COMPETENCE",
                            "Die Eigentümerin hat eine Aufsicht zugesagt."),
                    new Voiced(
                            "CITY_TOOL",
                            "Am See liegen oft Scherben.",
                            "TAKEN_UP",
                            "Die EDG reinigt im Sommer täglich."),
                    new Voiced(
                            "CITY_TOOL",
                            "Mehr Angebote für Mädchen im Jugendtreff.",
                            "UNDER_REVIEW",
                            "Das Jugendamt befragt die Besucherinnen."));

    private final DomainData data;
    private final Story story;

    LabYear(DomainData data, Story story) {
        this.data = data;
        this.story = story;
    }

    void write() {
        story.on("2024-01-29T09:00", "Konzept für die Quartierslabore", this::concept);
        story.on(
                "2024-02-06T15:00", "Das Konzept liegt dem Ausschuss vor", () -> present("abooab"));
        var districts = data.bodies().stream().filter(body -> body.id().startsWith("bv-")).toList();
        for (var i = 0; i < districts.size(); i++) {
            var council = districts.get(i);
            var day = LocalDate.parse("2024-02-13").plusDays(3L * i); // until 17 March
            story.on(
                    day + "T17:00",
                    "Das Konzept liegt vor: " + council.name(),
                    () -> present(council.id()));
        }
        story.on("2024-02-20T10:00", "Ein Labor darf noch nicht öffnen", this::tooEarly);
        story.on("2024-03-05T09:00", "Was die Beteiligungsplattform beiträgt", this::tool);
        story.on(
                "2024-04-16T15:00",
                "Die Beteiligungsplattform wird dem Ausschuss vorgestellt",
                () ->
                        story.post(
                                Voice.LAB_TEAM,
                                "/api/lab/tool-statements/plattform-2024/present",
                                "body",
                                "abooab",
                                "on",
                                story.today(),
                                "paper",
                                "34012-24"));
        for (var lab : HELD) held(lab);
        contributions(HELD.get(0), HUCKARDE);
        contributions(HELD.get(1), MENGEDE);
        contributions(HELD.get(2), EVING);
        contributions(HELD.get(3), HOMBRUCH);
        contributions(HELD.get(4), INNENSTADT_OST);
        contributions(HELD.get(5), SCHARNHORST);
        story.on("2024-05-27T09:00", "Fragen und Antworten in Mengede", this::dialogue);
        story.on(
                "2024-05-28T09:00",
                "Mengede schlägt ein Handlungsfeld vor",
                () ->
                        story.post(
                                Voice.LAB_TEAM,
                                LABS + "lab-mengede-2024/propose-field",
                                "proposal",
                                "vorschlag-bahnhofsumfeld",
                                "title",
                                "Bahnhofsumfeld Mengede",
                                "on",
                                story.today()));
        report(
                "2024-05-13",
                "huckarde",
                "vollversammlung",
                "48 Menschen haben in Huckarde mitgeredet. Am häufigsten ging es um Licht und um Ansprechpersonen im Ortskern.");
        report(
                "2024-06-25",
                "mengede",
                "ag-licht",
                "63 Menschen haben in Mengede mitgeredet. Im Mittelpunkt steht das Umfeld des Bahnhofs.");
        report(
                "2024-07-08",
                "eving",
                "ag-praevention",
                "37 Menschen haben in Eving mitgeredet. Gewünscht werden Sprechstunden im Stadtteil.");
        report(
                "2024-12-09",
                "hombruch",
                "vollversammlung",
                "52 Menschen haben in Hombruch mitgeredet. Es ging um den Wochenmarkt und um sichere Wege.");
        lateAndMissed();
    }

    private void concept() {
        story.put(Voice.LAB_TEAM, CONCEPT, "edition", 1, "on", story.today());
        statement(
                "POLITICS_INFORMED",
                "Bezirksvertretung und Ausschuss werden vier Wochen vor einem Labor schriftlich informiert. Die Bezirksvertretung kann Orte und Themen vorschlagen und wirkt am Abend selbst mit.");
        statement(
                "CONTRIBUTIONS_RECEIVED",
                "Einwohner/innen können vor Ort, auf Papier und online beitragen. Beiträge werden nach einer Prüfung veröffentlicht; wird einer zurückgehalten, steht der Grund dabei. Jeder veröffentlichte Beitrag wird von der Verwaltung bewertet.");
        statement(
                "ASSOCIATIONS_INVOLVED",
                "Vereine, Verbände, Jugend- und Sozialarbeit im Quartier werden vor jedem Labor angesprochen und bereiten den Abend mit vor. Wer beteiligt war, wird bei jedem Labor genannt.");
    }

    private void statement(String which, String text) {
        story.post(Voice.LAB_TEAM, CONCEPT + "/statements", "statement", which, "text", text);
    }

    private void present(String body) {
        story.post(
                Voice.LAB_TEAM,
                CONCEPT + "/present",
                "body",
                body,
                "on",
                story.today(),
                "paper",
                "33621-24");
    }

    private void tooEarly() {
        plan(LATE);
        story.refused(
                Voice.LAB_TEAM,
                LABS + LATE.id() + "/open",
                "CONCEPT_NOT_PRESENTED",
                "on",
                story.today());
    }

    private void tool() {
        story.put(
                Voice.LAB_TEAM,
                "/api/lab/tool-statements/plattform-2024",
                "edition",
                1,
                "text",
                "Die Beteiligungsplattform der Stadt ist für Umfragen und Karten gedacht, die viele Themen zugleich betreffen. Die Quartierslabore laufen hier, damit jeder Beitrag bis zur Empfehlung verfolgt werden kann. Läuft ein Labor in der Plattform der Stadt, werden seine Beiträge übernommen.",
                "on",
                story.today());
    }

    private void plan(Lab lab) {
        story.put(
                Voice.LAB_TEAM,
                LABS + lab.id(),
                "district",
                lab.district,
                "neighbourhood",
                lab.neighbourhood,
                "date",
                lab.day(),
                "place",
                lab.place);
    }

    private void held(Lab lab) {
        story.on(
                lab.day().minusDays(28) + "T09:00",
                "Geplant: Labor " + lab.neighbourhood,
                () -> {
                    plan(lab);
                    lab.partners.forEach(partner ->
                            story.post(
                                    Voice.LAB_TEAM,
                                    LABS + lab.id() + "/partners",
                                    "kind",
                                    partner.kind,
                                    "name",
                                    partner.name));
                });
        story.on(
                lab.day().minusDays(14) + "T09:00",
                "Offen für Beiträge: " + lab.neighbourhood,
                () -> story.post(Voice.LAB_TEAM, LABS + lab.id() + "/open", "on", story.today()));
        story.on(
                lab.date + "T14:00",
                "Labor " + lab.neighbourhood,
                () ->
                        story.post(
                                Voice.LAB_TEAM,
                                LABS + lab.id() + "/hold",
                                "on",
                                story.today(),
                                "participants",
                                lab.participants));
    }

    private void contributions(Lab lab, List<Voiced> voices) {
        for (var i = 0; i < voices.size(); i++) {
            var voiced = voices.get(i);
            var id = "beitrag-" + lab.district + "-" + (i + 1);
            var received =
                    voiced.channel.equals("ONLINE") ? lab.day().minusDays(10 - i) : lab.day();
            story.on(
                    received + "T18:00",
                    "Beitrag aus " + lab.neighbourhood,
                    () ->
                            story.put(
                                    voiced.channel.equals("ONLINE")
                                            ? Voice.RESIDENT
                                            : Voice.LAB_TEAM,
                                    "/api/lab/contributions/" + id,
                                    "lab",
                                    lab.id(),
                                    "channel",
                                    voiced.channel,
                                    "text",
                                    voiced.text,
                                    "on",
                                    story.today()));
            story.on(
                    lab.day().plusDays(3) + "T10:00",
                    "Gesichtet: Beitrag aus " + lab.neighbourhood,
                    () -> moderate(id, voiced));
            if (!voiced.answer.isEmpty())
                story.on(
                        lab.day().plusDays(17) + "T10:00",
                        "Bewertet: Beitrag aus " + lab.neighbourhood,
                        () ->
                                story.post(
                                        Voice.LAB_TEAM,
                                        "/api/lab/contributions/" + id + "/assess",
                                        "assessment",
                                        voiced.fate,
                                        "text",
                                        voiced.answer,
                                        "on",
                                        story.today()));
        }
    }

    private void moderate(String id, Voiced voiced) {
        if (voiced.answer.isEmpty())
            story.post(
                    Voice.MODERATOR,
                    "/api/lab/contributions/" + id + "/withhold",
                    "reason",
                    voiced.fate,
                    "on",
                    story.today());
        else
            story.post(
                    Voice.MODERATOR,
                    "/api/lab/contributions/" + id + "/publish",
                    "on",
                    story.today());
    }

    private void dialogue() {
        question(
                "frage-1",
                "Wann wird die Unterführung am Bahnhof heller?",
                "Der Anstrich ist für Juli beauftragt. Zusätzliche Leuchten folgen im Herbst.");
        question(
                "frage-2",
                "Wer kümmert sich, wenn abends Müll liegen bleibt?",
                "Die EDG reinigt zweimal in der Woche. Meldungen nimmt der Mängelmelder der Stadt entgegen.");
    }

    private void question(String id, String question, String answer) {
        story.post(
                Voice.LAB_TEAM,
                LABS + "lab-mengede-2024/questions",
                "question",
                id,
                "text",
                question,
                "on",
                story.today());
        story.post(
                Voice.LAB_TEAM,
                LABS + "lab-mengede-2024/answers",
                "question",
                id,
                "text",
                answer,
                "on",
                story.today());
    }

    private void report(String day, String district, String body, String summary) {
        story.on(
                day + "T11:00",
                "Ergebnis des Labors " + district + " wird berichtet",
                () ->
                        story.post(
                                Voice.LAB_TEAM,
                                LABS + "lab-" + district + "-2024/report",
                                "body",
                                body,
                                "summary",
                                summary,
                                "on",
                                story.today()));
    }

    private void lateAndMissed() {
        story.on(
                "2024-10-07T09:00",
                "Geplant: Labor in Innenstadt-West",
                () -> {
                    plan(MISSED);
                });
        story.on(
                "2024-11-11T09:00",
                "Aplerbeck wird auf März verschoben",
                () ->
                        story.post(
                                Voice.LAB_TEAM,
                                LABS + LATE.id() + "/postpone",
                                "date",
                                LocalDate.parse("2025-03-15")));
        story.on(
                "2025-01-02T09:00",
                "Innenstadt-West fand 2024 nicht statt",
                () ->
                        story.post(
                                Voice.LAB_TEAM,
                                LABS + MISSED.id() + "/miss",
                                "on",
                                LocalDate.parse("2024-12-31")));
    }
}
