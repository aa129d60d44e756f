package de.stadtforum.local.demo;

import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// The year as its chapters write it: what happened when, told in the order of time.
final class Story {
    private static final ZoneId CITY = ZoneId.of("Europe/Berlin");

    private record Event(LocalDateTime at, String title, Runnable commands) {}

    private final Client client;
    private final List<Event> events = new ArrayList<>();
    private LocalDateTime began = LocalDateTime.MIN;
    private LocalDateTime now = LocalDateTime.MIN;

    Story(Client client) {
        this.client = client;
    }

    /// Something that happened, as in `2024-02-28T17:00`.
    void on(String at, String title, Runnable commands) {
        events.add(new Event(LocalDateTime.parse(at), title, commands));
    }

    void tell(PrintStream progress) {
        events.sort(Comparator.comparing(Event::at));
        for (var event : events) {
            began = event.at;
            now = event.at;
            progress.println("  " + event.at.toLocalDate() + "  " + event.title);
            event.commands.run();
        }
    }

    LocalDate today() {
        return now.toLocalDate();
    }

    Instant now() {
        return now.atZone(CITY).toInstant();
    }

    /// So many minutes into the event, and from here on it is that late.
    Instant after(int minutes) {
        now = began.plusMinutes(minutes);
        return now();
    }

    void put(Voice voice, String path, Object... namesAndValues) {
        client.put(voice, now(), path, with(namesAndValues));
    }

    void post(Voice voice, String path, Object... namesAndValues) {
        client.post(voice, now(), path, with(namesAndValues));
    }

    void refused(Voice voice, String path, String rule, Object... namesAndValues) {
        client.refused(voice, now(), path, with(namesAndValues), rule);
    }

    JsonNode await(Voice voice, String path, Predicate<JsonNode> expected) {
        return client.await(voice, path, expected);
    }

    /// Waits until every service has told what it decided and heard what the others told. Twice, for what is heard may be
    /// answered by a reaction that is told in its turn.
    void settle() {
        for (var round = 0; round < 2; round++)
            for (var service : List.of("membership", "session", "lab", "reporting"))
                client.await(
                        Voice.OPERATOR,
                        "/api/" + service + "/operations",
                        state ->
                                state.path("waiting").asInt(-1) == 0
                                        && state.path("behind").asInt(-1) == 0);
    }

    /// A record of the interface, in the order of its fields.
    static Map<String, Object> with(Object... namesAndValues) {
        var body = new LinkedHashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2)
            body.put((String) namesAndValues[i], plain(namesAndValues[i + 1]));
        return body;
    }

    private static Object plain(Object value) {
        return value instanceof LocalDate || value instanceof Instant ? value.toString() : value;
    }
}
