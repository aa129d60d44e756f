package de.stadtforum.local.demo;

import java.util.List;

/// What the administration accounts for: the final report on master plan 1.0 and two interim reports (resolution 1 and 6).
final class Accounts {
    private final Story story;

    Accounts(Story story) {
        this.story = story;
    }

    void write() {
        story.on(
                "2024-09-16T09:00",
                "Maßnahmen des Masterplans 1.0 (erfunden)",
                () ->
                        story.put(
                                Voice.REPORTER,
                                "/api/reporting/final-reports/masterplan-1-0",
                                "measures",
                                List.of(
                                        measure(
                                                "ordnungspartnerschaften",
                                                "Ordnungspartnerschaften in der Innenstadt (Beispiel)",
                                                "DONE"),
                                        measure(
                                                "quartierslabore-2017",
                                                "Vier Quartierslabore der ersten Runde (Beispiel)",
                                                "DONE"),
                                        measure(
                                                "praeventionsrat",
                                                "Präventionsrat mit Schulen (Beispiel)",
                                                "RUNNING"),
                                        measure(
                                                "licht-konzept",
                                                "Konzept für Beleuchtung an Wegen (Beispiel)",
                                                "RUNNING"),
                                        measure(
                                                "app-meldungen",
                                                "Eigene App für Meldungen (Beispiel)",
                                                "DROPPED"))));
        story.on(
                "2024-10-08T15:00",
                "Abschlussbericht zum Masterplan 1.0",
                () ->
                        story.post(
                                Voice.REPORTER,
                                "/api/reporting/final-reports/masterplan-1-0/present",
                                "body",
                                "abooab",
                                "on",
                                story.today(),
                                "paper",
                                "35402-24"));
        release("2024-09-03T09:00", "bericht-2024-h1", "2024-H1");
        deliver("2024-09-10T15:00", "bericht-2024-h1");
        release("2025-02-10T09:00", "bericht-2024-h2", "2024-H2");
        deliver("2025-02-18T08:00", "bericht-2024-h2");
    }

    private static Object measure(String id, String title, String progress) {
        return Story.with("measure", id, "title", title, "progress", progress);
    }

    private void release(String at, String report, String halfYear) {
        story.on(
                at,
                "Zwischenbericht " + halfYear + " wird freigegeben",
                () -> {
                    story.settle(); // a report counts what has been told
                    story.put(
                            Voice.REPORTER,
                            "/api/reporting/reports/" + report,
                            "period",
                            halfYear,
                            "on",
                            story.today());
                    story.await(
                            Voice.REPORTER,
                            "/api/reporting/reports/" + report + "/release",
                            release -> release.path("state").asString("").equals("DONE"));
                });
    }

    private void deliver(String at, String report) {
        story.on(
                at,
                "Mündlicher Zwischenbericht im Ausschuss",
                () ->
                        story.post(
                                Voice.REPORTER,
                                "/api/reporting/reports/" + report + "/deliver",
                                "body",
                                "abooab",
                                "on",
                                story.today()));
    }
}
