package de.stadtforum.messaging.outbox;

import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
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
                    case RecordTooLargeException _,
                            RecordBatchTooLargeException _,
                            InvalidRecordException _,
                            InvalidTimestampException _,
                            PolicyViolationException _,
                            SerializationException _ ->
                            Scope.FACT;
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
