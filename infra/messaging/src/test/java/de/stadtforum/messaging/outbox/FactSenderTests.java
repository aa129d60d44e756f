package de.stadtforum.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import de.stadtforum.contracts.FactType;
import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.messaging.TellingProcess;
import de.stadtforum.messaging.context.Author;
import de.stadtforum.messaging.telemetry.Spans;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The broker's words are given one by one here, as no real broker can be made to.
class FactSenderTests {
    private final List<MockProducer<String, byte[]>> producers = new ArrayList<>();
    private final FactSender sender =
            new FactSender(this::producer, "/dortmund/session", Spans.NONE);
    private final MongoClient client = TellingProcess.client();

    private MockProducer<String, byte[]> producer() {
        var next =
                new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
        producers.add(next);
        return next;
    }

    @AfterEach
    void close() {
        client.close();
    }

    private Outbox outbox(String topic, String id, long... sequences) {
        var facts = new ArrayList<PendingFact>();
        for (var sequence : sequences)
            facts.add(
                    new PendingFact(
                            sequence,
                            id + sequence,
                            FactType.of(VotingFact.BallotCast.class),
                            Instant.EPOCH,
                            Author.SERVICE,
                            null,
                            id + sequence));
        var boxes = client.getDatabase("none").getCollection("boxes");
        return new Outbox(boxes, topic, id, 9, null, null, facts, 0);
    }

    private List<String> sent() {
        return producers.getLast().history().stream()
                .map(ProducerRecord::value)
                .map(String::new)
                .toList();
    }

    private CompletableFuture<List<Told>> sending(Outbox... outboxes) {
        return CompletableFuture.supplyAsync(() -> sender.send(List.of(outboxes)));
    }

    private void awaitSent(String... facts) {
        await().until(() -> !producers.isEmpty() && sent().equals(List.of(facts)));
    }

    @Test
    void theNextFactLeavesWhenTheBrokerHasTheOneBefore() {
        var sending = sending(outbox("t", "a", 1, 2), outbox("t", "b", 1));
        awaitSent("a1", "b1");
        producers.getFirst().completeNext();
        producers.getFirst().completeNext();
        awaitSent("a1", "b1", "a2");
        producers.getFirst().completeNext();
        assertThat(sending.join()).extracting(told -> told.facts().size()).containsExactly(2, 1);
    }

    @Test
    void nothingFollowsAFactThatMayBeLost() {
        var sending = sending(outbox("t", "a", 1, 2), outbox("t", "b", 1, 2));
        awaitSent("a1", "b1");
        producers.getFirst().errorNext(new NotLeaderOrFollowerException("no leader"));
        producers.getFirst().completeNext();
        var told = sending.join();
        assertThat(sent()).as("neither a2 nor b2").containsExactly("a1", "b1");
        assertThat(told.getFirst().facts()).isEmpty();
        assertThat(told.getFirst().refused())
                .extracting(Refusal::scope)
                .isEqualTo(Refusal.Scope.ALL);
        assertThat(told.getLast().facts()).hasSize(1);
        assertThat(told.getLast().refused())
                .extracting(Refusal::scope)
                .isEqualTo(Refusal.Scope.ALL);
        assertThat(producers.getFirst().closed()).as("nothing queued may still go out").isTrue();
    }

    @Test
    void whatOneRecordCausesStopsItsAggregateAlone() {
        var sending = sending(outbox("t", "a", 1, 2), outbox("t", "b", 1, 2));
        awaitSent("a1", "b1");
        producers.getFirst().errorNext(new RecordTooLargeException());
        producers.getFirst().completeNext();
        awaitSent("a1", "b1", "b2");
        producers.getFirst().completeNext();
        var told = sending.join();
        assertThat(told.getFirst().refused())
                .extracting(Refusal::scope)
                .isEqualTo(Refusal.Scope.FACT);
        assertThat(told.getLast().facts()).hasSize(2);
        assertThat(told.getLast().refused()).isNull();
    }

    @Test
    void whatConcernsATopicStopsThatTopic() {
        var sending = sending(outbox("forbidden", "a", 1), outbox("t", "b", 1));
        awaitSent("a1", "b1");
        producers.getFirst().errorNext(new TopicAuthorizationException("forbidden"));
        producers.getFirst().completeNext();
        var told = sending.join();
        assertThat(told.getFirst().refused())
                .extracting(Refusal::scope)
                .isEqualTo(Refusal.Scope.TOPIC);
        assertThat(told.getLast().refused()).isNull();
    }
}
