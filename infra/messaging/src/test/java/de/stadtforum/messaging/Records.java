package de.stadtforum.messaging;

import de.stadtforum.contracts.Envelope;
import de.stadtforum.contracts.FactMapper;
import de.stadtforum.contracts.FactType;
import de.stadtforum.contracts.session.VotingFact.BallotCast;
import de.stadtforum.contracts.session.VotingFact.Mode;
import de.stadtforum.contracts.session.VotingFact.Subject;
import de.stadtforum.contracts.session.VotingFact.VoteOpened;
import de.stadtforum.messaging.log.LogRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicLong;

/// Records as a poll brings them, each at an offset of its own.
final class Records {
    static final String BALLOT = FactType.of(BallotCast.class);
    private static final String SESSION = "/dortmund/session";
    private static final AtomicLong OFFSET = new AtomicLong();

    private Records() {}

    static LogRecord opened(String vote) {
        var fact =
                new VoteOpened(
                        "vollversammlung", "vv-1", "top-1", Subject.PROCEDURE, Mode.OPEN, 20);
        return record(
                vote,
                1,
                FactType.of(VoteOpened.class),
                vote + "-1",
                FactMapper.create().writeValueAsString(fact));
    }

    static LogRecord ballot(String vote, long sequence) {
        return record(vote, sequence, BALLOT, vote + "-" + sequence, "{}");
    }

    /// A ballot of another department's vote.
    static LogRecord ballotFrom(String source, String vote, long sequence) {
        return of(
                "stadtforum.session-other",
                source,
                vote,
                sequence,
                BALLOT,
                source + sequence,
                "{}");
    }

    static LogRecord person(String person, long sequence, String type, String json) {
        return of(
                "stadtforum.persons",
                "/dortmund/membership",
                person,
                sequence,
                type,
                person + "-" + sequence,
                json);
    }

    static LogRecord record(String aggregate, long sequence, String type, String id, String json) {
        return of("stadtforum.session", SESSION, aggregate, sequence, type, id, json);
    }

    /// What no program of ours tells.
    static LogRecord odd(String key, SortedMap<String, String> headers) {
        return at("stadtforum.session", key, headers, new byte[] {1});
    }

    private static LogRecord of(
            String topic,
            String source,
            String aggregate,
            long sequence,
            String type,
            String id,
            String json) {
        var envelope =
                new Envelope(
                        id,
                        source,
                        type,
                        aggregate,
                        Instant.parse("2024-03-05T10:00:00Z"),
                        sequence,
                        null);
        return at(topic, aggregate, envelope.toHeaders(), json.getBytes(StandardCharsets.UTF_8));
    }

    private static LogRecord at(
            String topic, String key, SortedMap<String, String> headers, byte[] value) {
        return new LogRecord(topic, 0, OFFSET.getAndIncrement(), key, headers, value);
    }
}
