package de.stadtforum.reporting;

import de.stadtforum.contracts.Envelope;
import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.FactMapper;
import de.stadtforum.contracts.FactType;
import de.stadtforum.contracts.Teller;
import de.stadtforum.testing.TestPlatform;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Tells what membership, session and lab would tell, in one sequence for all tests of the module.
public final class OtherServices {
    private static final Map<String, Long> TOLD = new ConcurrentHashMap<>();

    private static final KafkaProducer<String, byte[]> PRODUCER =
            new KafkaProducer<>(
                    Map.of("bootstrap.servers", TestPlatform.bootstrapServers()),
                    new StringSerializer(),
                    new ByteArraySerializer());

    private OtherServices() {}

    /// The sequence of the last fact, when the broker has it.
    public static long tell(String aggregate, Fact... facts) {
        return tellAt(Instant.now(), aggregate, facts);
    }

    /// As if it had been recorded then.
    public static long tellAt(Instant recorded, String aggregate, Fact... facts) {
        var last = 0L;
        for (var fact : facts) {
            last = TOLD.merge(ownerOf(fact).getName() + "/" + aggregate, 1L, Long::sum);
            PRODUCER.send(message(recorded, aggregate, last, fact));
        }
        PRODUCER.flush();
        return last;
    }

    /// The log may repeat a fact and bring it before its turn: the facts of an aggregate of which nothing was told, by their sequence.
    public static void tellInOrder(String aggregate, List<Integer> order, Fact... facts) {
        TOLD.put(ownerOf(facts[0]).getName() + "/" + aggregate, (long) facts.length);
        for (var sequence : order)
            PRODUCER.send(message(Instant.now(), aggregate, sequence, facts[sequence - 1]));
        PRODUCER.flush();
    }

    /// The kind of aggregate that a fact is told of.
    public static Class<? extends Fact> ownerOf(Fact fact) {
        return fact.getClass().getEnclosingClass().asSubclass(Fact.class);
    }

    /// The same for the same fact.
    private static String idOf(String aggregate, long sequence, Fact fact) {
        var name = ownerOf(fact).getName() + "/" + aggregate + "/" + sequence;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static ProducerRecord<String, byte[]> message(
            Instant recorded, String aggregate, long sequence, Fact fact) {
        var envelope =
                new Envelope(
                        idOf(aggregate, sequence, fact),
                        "/dortmund/" + Teller.of(ownerOf(fact)).name().toLowerCase(Locale.ROOT),
                        FactType.of(fact.getClass()),
                        aggregate,
                        recorded,
                        sequence,
                        null);
        var message =
                new ProducerRecord<>(
                        Teller.topicOf(ownerOf(fact)).name(),
                        aggregate,
                        FactMapper.create().writeValueAsBytes(fact));
        envelope.toHeaders()
                .forEach((name, value) ->
                        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }
}
