package de.stadtforum.local.demo;

import java.util.List;

/// The two working groups at work: guests, meetings as needed, a room in use (resolution 4).
final class Groups {
    private final Story story;

    Groups(Story story) {
        this.story = story;
    }

    void write() {
        story.on(
                "2024-06-03T10:00",
                "Gäste der Arbeitsgruppen",
                () -> {
                    guest(
                            "ag-licht",
                            "nachbarschaftsverein",
                            "Nachbarschaftsverein (Beispiel)",
                            "INSTITUTION");
                    guest("ag-praevention", "streetwork", "Streetwork (Beispiel)", "APPOINTMENT");
                });
        meeting("ag-licht-2024-1", "ag-licht", "2024-06-18", "Begehung der Haltestellen", "");
        meeting(
                "ag-licht-2024-2",
                "ag-licht",
                "2024-08-20",
                "Ergebnis des Quartierslabors Mengede",
                "ergebnis-lab-mengede-2024");
        meeting(
                "ag-praevention-2024-1",
                "ag-praevention",
                "2024-09-03",
                "Ergebnis des Quartierslabors Eving",
                "ergebnis-lab-eving-2024");
        meeting("ag-licht-2024-3", "ag-licht", "2024-11-12", "Zuarbeit zur Vorlage", "");
        story.on(
                "2024-06-19T09:00",
                "Im Raum der AG Licht",
                () -> {
                    note(
                            "notiz-haltestellen",
                            "Begehung am 18. Juni: An elf von zwanzig Haltestellen ist mindestens eine Leuchte ausgefallen.");
                    story.post(
                            Voice.OFFICE,
                            "/api/session/groups/ag-licht/contacts",
                            "person",
                            "mitglied-polizei",
                            "contact",
                            "über die Geschäftsstelle",
                            "on",
                            story.today());
                    story.post(
                            Voice.OFFICE,
                            "/api/session/groups/ag-licht/dates",
                            "date",
                            "2024-08-20");
                });
        story.on(
                "2024-10-01T09:00",
                "Das neue Handlungsfeld geht an die AG Licht",
                () ->
                        story.post(
                                Voice.OFFICE,
                                "/api/session/groups/ag-licht/fields",
                                "field",
                                "feld-bahnhofsumfeld",
                                "on",
                                story.today()));
    }

    private void guest(String group, String seat, String name, String basis) {
        story.await(
                Voice.OFFICE,
                "/api/membership/bodies/" + group,
                _ -> true); // formed by the assembly's vote
        story.post(
                Voice.OFFICE,
                "/api/membership/bodies/" + group + "/seats",
                "seat",
                seat,
                "kind",
                "GUEST",
                "basis",
                basis,
                "holder",
                seat,
                "name",
                name,
                "from",
                story.today());
        var person = "gast-" + seat;
        story.put(Voice.OFFICE, "/api/membership/persons/" + person, "name", "Gast " + name);
        story.post(
                Voice.OFFICE,
                "/api/membership/bodies/" + group + "/delegates",
                "seat",
                seat,
                "person",
                person,
                "from",
                story.today());
    }

    private void note(String id, String text) {
        story.post(
                Voice.OFFICE,
                "/api/session/groups/ag-licht/notes",
                "note",
                id,
                "text",
                text,
                "on",
                story.today());
    }

    private void meeting(String id, String group, String date, String topic, String proposal) {
        var sitting = new Sitting(story, id);
        var day = java.time.LocalDate.parse(date);
        story.on(
                day.minusDays(14) + "T10:00",
                "Einladung: Arbeitsgruppe am " + date,
                () -> {
                    sitting.plan(group, date);
                    sitting.convene(date + "T14:00:00Z", "Ordnungsamt, Olpe 1, Raum 3", false);
                    sitting.item("1", topic, "CLOSED", proposal);
                });
        story.on(
                date + "T16:00",
                "Arbeitsgruppe: " + topic,
                () -> {
                    sitting.open();
                    var guest = group.equals("ag-licht") ? "nachbarschaftsverein" : "streetwork";
                    sitting.advises(guest, "gast-" + guest);
                    sitting.conclude(
                            "top-1",
                            List.of("ag-licht-2024-3").contains(id) ? "DELIBERATED" : "NOTED");
                    sitting.close(90);
                });
    }
}
