package de.stadtforum.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/// The live end of the feeds: takes each poll of the binder as a whole, as the raw records it came in.
final class FeedBinding implements Consumer<Message<List<byte[]>>> {
    private final Feeds feeds;

    FeedBinding(Feeds feeds) {
        this.feeds = feeds;
    }

    @Override
    public void accept(Message<List<byte[]>> poll) {
        if (!(poll.getHeaders().get(KafkaHeaders.RAW_DATA) instanceof List<?> records)
                || records.size() != poll.getPayload().size())
            throw new IllegalStateException("the binder lost records of a poll");
        var heard = new ArrayList<Heard>();
        for (var each : records) heard.add(Heard.of(bytes(each)));
        feeds.take(heard);
    }

    @SuppressWarnings(
            "unchecked") // the binding decodes natively, and bytes are the binder's default
    private static ConsumerRecord<byte[], byte[]> bytes(Object each) {
        return (ConsumerRecord<byte[], byte[]>) each;
    }
}
