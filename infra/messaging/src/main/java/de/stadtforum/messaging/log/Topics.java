package de.stadtforum.messaging.log;

import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.Teller;
import de.stadtforum.contracts.Topic;
import de.stadtforum.contracts.membership.PersonFact;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The topics of one program: its own, which a second department's instance of the same service has under another name, and those it hears.
///
/// @param own name of the topic for the service's own facts; null for the one in the contracts
/// @param more topics of further instances that are heard beside those in the contracts
public record Topics(Teller service, @Nullable String own, List<String> more) {

    public Topic toldTo(Class<? extends Fact> owner) {
        var topic = Teller.topicOf(owner);
        return own == null || topic.name().equals(Topic.PERSONS) ? topic : named(own, topic);
    }

    /// Everything this program tells or hears, once each.
    public List<Topic> all() {
        var all = new LinkedHashSet<Topic>();
        service.tells().forEach(owner -> all.add(toldTo(owner)));
        all.addAll(heard());
        return new ArrayList<>(all);
    }

    public List<Topic> heard() {
        var heard = new LinkedHashSet<Topic>();
        service.hears().forEach(owner -> heard.addAll(heardOf(owner)));
        return new ArrayList<>(heard);
    }

    /// Where facts of this owner come from. Names of persons travel on one topic, whoever tells them.
    public List<Topic> heardOf(Class<? extends Fact> owner) {
        var heard = new LinkedHashSet<Topic>();
        heard.add(service.tells().contains(owner) ? toldTo(owner) : Teller.topicOf(owner));
        if (owner != PersonFact.class)
            more.forEach(name -> heard.add(named(name, Teller.topicOf(owner))));
        return new ArrayList<>(heard);
    }

    private static Topic named(String name, Topic like) {
        return new Topic(name, like.partitions(), like.config());
    }
}
