package de.stadtforum.messaging.outbox;

import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// Why the broker did not take a fact, and whom that stops.
record Refusal(Scope scope, Throwable cause) {
    enum Scope {
        /// This aggregate alone: it is parked.
        FACT,
        /// Everything that goes to the topic.
        TOPIC,
        /// Everything: the broker is away, or this producer is no longer listened to.
        ALL
    }

    static Refusal of(Throwable cause) {
        return new Refusal(
                switch (cause) {
                    case TopicAuthorizationException _,
                            UnknownTopicOrPartitionException _,
                            InvalidTopicException _ ->
                            Scope.TOPIC;
                    case RetriableException _,
                            OutOfOrderSequenceException _,
                            ProducerFencedException _,
                            InvalidProducerEpochException _,
                            ClusterAuthorizationException _ ->
                            Scope.ALL;
                    case org.apache.kafka.common.errors.AuthenticationException _ -> Scope.ALL;
                    case ApiException _ -> Scope.FACT;
                    default -> Scope.ALL;
                },
                cause);
    }

    /// Nobody answered in time: for a topic that is not there that is all one hears.
    boolean unanswered() {
        return cause instanceof TimeoutException;
    }

    String reason() {
        return cause.getClass().getSimpleName();
    }
}
