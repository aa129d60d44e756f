package de.stadtforum.city;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/// On which line of a JSON text each value stands, by its pointer (RFC 6901).
record Lines(Map<String, Integer> byPointer) {
    static Lines of(JsonMapper mapper, String text) {
        var lines = new TreeMap<String, Integer>();
        try (var parser = mapper.createParser(text)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken())
                if (token != JsonToken.PROPERTY_NAME)
                    lines.putIfAbsent(
                            parser.streamReadContext().pathAsPointer().toString(),
                            parser.currentTokenLocation().getLineNr());
        }
        return new Lines(lines);
    }

    /// A value that is not there is missed where it should be: at what would hold it.
    int of(String pointer) {
        for (var at = pointer; ; at = at.substring(0, at.lastIndexOf('/'))) {
            var line = byPointer.get(at);
            if (line != null) return line;
            if (at.isEmpty()) return 1;
        }
    }
}
