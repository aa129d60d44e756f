package de.stadtforum.messaging.operation;

import de.stadtforum.contracts.Fact;
import de.stadtforum.messaging.log.Broker;
import de.stadtforum.messaging.log.Topics;
import java.util.Map;
import java.util.TreeMap;

/// How far the live feeds are behind the log: all of them take one poll together, so a feed is as far as its topics are.
public final class Lag {
    private final Broker broker;
    private final String group;
    private final Topics topics;

    public Lag(Broker broker, String group, Topics topics) {
        this.broker = broker;
        this.group = group;
        this.topics = topics;
    }

    /// Records of each heard topic that are not yet in every feed.
    ///
    /// @throws BrokerUnavailable when the broker does not answer
    Map<String, Long> byTopic() {
        var behind = new TreeMap<String, Long>();
        var heard = topics.heard().stream().map(topic -> topic.name()).sorted().toList();
        heard.forEach(topic -> behind.put(topic, 0L));
        var ends = broker.ends(heard);
        var taken = broker.committed(group);
        ends.forEach((partition, end) ->
                behind.merge(
                        partition.topic(),
                        Math.max(0, end - taken.getOrDefault(partition, 0L)),
                        Long::sum));
        return behind;
    }

    /// What a feed over these facts has not taken yet.
    long of(Class<? extends Fact> owner, Map<String, Long> byTopic) {
        return topics.heardOf(owner).stream()
                .mapToLong(topic -> byTopic.getOrDefault(topic.name(), 0L))
                .sum();
    }
}
