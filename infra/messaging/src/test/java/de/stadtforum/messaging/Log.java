package de.stadtforum.messaging;

import de.stadtforum.contracts.Envelope;
import de.stadtforum.messaging.log.LogReader;
import de.stadtforum.messaging.log.LogRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// What stands on the log for one aggregate.
public final class Log {
    private Log() {}

    public static List<LogRecord> of(TellingProcess teller, String aggregate) {
        var found = new ArrayList<LogRecord>();
        try (var reader = new LogReader(TellingProcess.kafka())) {
            reader.read(
                    Map.of(),
                    reader.ends(List.of(teller.topic)),
                    Duration.ofSeconds(10),
                    poll ->
                            poll.stream()
                                    .filter(heard -> heard.key().equals(aggregate))
                                    .forEach(found::add));
        }
        return found;
    }

    /// The sequences in the order in which a reader meets each for the first time.
    public static List<Long> firstSequences(TellingProcess teller, String aggregate) {
        var sequences = new LinkedHashSet<Long>();
        of(teller, aggregate)
                .forEach(heard -> sequences.add(Envelope.of(heard.headers()).sequence()));
        return List.copyOf(sequences);
    }
}
