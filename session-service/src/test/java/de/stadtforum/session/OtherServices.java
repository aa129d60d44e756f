package de.stadtforum.session;

import static org.awaitility.Awaitility.await;

import de.stadtforum.contracts.Envelope;
import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.FactMapper;
import de.stadtforum.contracts.FactType;
import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.Teller;
import de.stadtforum.contracts.membership.BodyFact.BodyEstablished;
import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.DelegateNamed;
import de.stadtforum.contracts.membership.BodyFact.Publicity;
import de.stadtforum.contracts.membership.BodyFact.SeatBasis;
import de.stadtforum.contracts.membership.BodyFact.SeatCreated;
import de.stadtforum.contracts.membership.BodyFact.SeatKind;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.session.rosters.Roster;
import de.stadtforum.testing.TestPlatform;
import de.stadtforum.web.Role;
import de.stadtforum.web.Standing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Tells what membership and lab would tell, and hears what the session service told.
public final class OtherServices implements AutoCloseable {
    private static final LocalDate FROM = LocalDate.of(2024, 1, 1);
    private static final Map<String, Object> KAFKA =
            Map.of("bootstrap.servers", TestPlatform.bootstrapServers());

    private final KafkaProducer<String, String> producer =
            new KafkaProducer<>(KAFKA, new StringSerializer(), new StringSerializer());
    private final Map<String, Long> told = new HashMap<>();
    private final Feed<Roster> rosters;
    private final Standing standing;

    OtherServices(Feed<Roster> rosters, Standing standing) {
        this.rosters = rosters;
        this.standing = standing;
    }

    public void tell(String aggregate, Fact... facts) {
        for (var fact : facts) send(aggregate, told.merge(aggregate, 1L, Long::sum), fact);
        producer.flush();
    }

    /// A fact that never arrives.
    public void skip(String aggregate) {
        told.merge(aggregate, 1L, Long::sum);
    }

    private void send(String aggregate, long sequence, Fact fact) {
        var type = fact.getClass();
        var owner = FactType.ownerOf(FactType.of(type)).orElseThrow();
        var topic = Teller.topicOf(owner).name();
        var envelope =
                new Envelope(
                        UUID.randomUUID().toString(),
                        "/dortmund/" + Teller.of(owner).name().toLowerCase(Locale.ROOT),
                        FactType.of(type),
                        aggregate,
                        Instant.now(),
                        sequence,
                        null);
        var message =
                new ProducerRecord<>(
                        topic, aggregate, FactMapper.create().writeValueAsString(fact));
        envelope.toHeaders()
                .forEach((name, value) ->
                        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(message);
    }

    /// A body of so many voting seats `s-1`, `s-2`, … with the delegates `p-1`, `p-2`, …; known to this service on return.
    public void body(String id, BodyKind kind, Publicity publicity, int seats) {
        var facts = new ArrayList<Fact>();
        facts.add(
                new BodyEstablished(
                        kind, new PublicText("Gremium " + id), seats, 3, publicity, null, FROM));
        for (var i = 1; i <= seats; i++) {
            facts.add(
                    new SeatCreated(
                            "s-" + i,
                            SeatKind.VOTING,
                            SeatBasis.INSTITUTION,
                            "s-" + i,
                            new PublicText("Sitz " + i),
                            FROM));
            facts.add(new DelegateNamed("s-" + i, "p-" + i, FROM));
        }
        tell(id, facts.toArray(Fact[]::new));
        awaitKnown(id);
    }

    /// The assembly of five seats that most tests share.
    public void assembly() {
        if (!told.containsKey("vollversammlung"))
            body("vollversammlung", BodyKind.ASSEMBLY, Publicity.PUBLIC, 5);
    }

    public void awaitKnown(String body) {
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        rosters.known(body)
                                .filter(known -> known.sequence() == told.get(body))
                                .isPresent());
    }

    /// Rights are looked up twice a second: a member who was seated just now has to be awaited.
    public void awaitMember(String person, String body) {
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        standing.rolesOf(person)
                                .getOrDefault(Role.MEMBER, Collections.emptySortedSet())
                                .contains(body));
    }

    /// Everything on the session service's topic until now, as the bytes say it.
    public List<String> heard() {
        try (var consumer =
                new KafkaConsumer<>(KAFKA, new StringDeserializer(), new StringDeserializer())) {
            var partitions =
                    consumer.partitionsFor("stadtforum.session").stream()
                            .map(each -> new TopicPartition(each.topic(), each.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var lines = new ArrayList<String>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each)))
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> lines.add(record.key() + " " + record.value()));
            return lines;
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
