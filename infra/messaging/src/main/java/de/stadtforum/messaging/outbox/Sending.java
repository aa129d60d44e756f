package de.stadtforum.messaging.outbox;

import de.stadtforum.messaging.log.BrokerUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/// Facts of one aggregate on their way to the broker.
///
/// @param words the broker's word for each pending fact, in order; fewer where sending itself failed
public record Sending(Outbox told, List<Future<RecordMetadata>> words, FactSender sender) {
    /// @param facts what the broker has, up to the first failure
    public record Sent(List<PendingFact> facts, @Nullable BrokerUnavailable failure) {}

    public Sent await() {
        var sent = new ArrayList<PendingFact>();
        for (var i = 0; i < words.size(); i++) {
            try {
                words.get(i).get();
                sent.add(told.pending().get(i));
            } catch (ExecutionException failed) { // what follows must not overtake it
                sender.startAnew();
                return new Sent(sent, new BrokerUnavailable("the broker refused a fact", failed));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return new Sent(sent, new BrokerUnavailable("interrupted", interrupted));
            }
        }
        return new Sent(
                sent,
                words.size() == told.pending().size()
                        ? null
                        : new BrokerUnavailable(
                                "the broker is away",
                                new IllegalStateException("not all facts were sent")));
    }
}
