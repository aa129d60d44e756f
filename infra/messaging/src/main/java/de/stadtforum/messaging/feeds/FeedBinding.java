package de.stadtforum.messaging.feeds;

import de.stadtforum.messaging.log.LogRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;

/// The live end of the feeds: takes each poll of the binder as a whole, as the raw records it came in.
public final class FeedBinding implements Consumer<Message<List<byte[]>>> {
    private static final Logger LOG = LoggerFactory.getLogger(FeedBinding.class);
    private final Feeds feeds;

    public FeedBinding(Feeds feeds) {
        this.feeds = feeds;
    }

    @Override
    public void accept(Message<List<byte[]>> poll) {
        if (!(poll.getHeaders().get(KafkaHeaders.RAW_DATA) instanceof List<?> records)
                || records.size() != poll.getPayload().size())
            throw new IllegalStateException("the binder lost records of a poll");
        var heard = new ArrayList<LogRecord>();
        for (var each : records) heard.add(LogRecord.of(bytes(each)));
        try {
            feeds.take(heard);
        } catch (RuntimeException passing) {
            LOG.warn("{} records wait: {}", heard.size(), passing.toString());
            throw passing; // the poll comes again
        }
    }

    @SuppressWarnings(
            "unchecked") // the binding decodes natively, and bytes are the binder's default
    private static ConsumerRecord<byte[], byte[]> bytes(Object each) {
        return (ConsumerRecord<byte[], byte[]>) each;
    }
}
