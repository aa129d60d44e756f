package de.stadtforum.local.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/// What all chapters of the year share: the client, and the day that they have come to.
abstract sealed class Story permits Founding, LabYear, Sessions, Groups, Accounts {
    static final ZoneId CITY = ZoneId.of("Europe/Berlin");
    private final Client client;

    Story(Client client) {
        this.client = client;
    }

    Client client() {
        return client;
    }

    static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    /// Recorded at nine in the morning of that day.
    static Instant morning(LocalDate day) {
        return at(day, "09:00");
    }

    static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(CITY).toInstant();
    }

    void put(Voice voice, LocalDate recorded, String path, Map<String, ?> body) {
        client.put(voice, morning(recorded), path, body);
    }

    void post(Voice voice, LocalDate recorded, String path, Map<String, ?> body) {
        client.post(voice, morning(recorded), path, body);
    }

    /// A record of the interface, in the order of its fields.
    static Map<String, Object> with(Object... namesAndValues) {
        var body = new LinkedHashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            var value = namesAndValues[i + 1];
            body.put((String) namesAndValues[i], value instanceof LocalDate || value instanceof Instant ? value.toString() : value);
        }
        return body;
    }
}
