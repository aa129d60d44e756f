package de.stadtforum.reporting.sessions;

import static de.stadtforum.reporting.entries.AggregateEntries.PLAIN;
import static de.stadtforum.reporting.entries.AggregateEntries.marks;
import static de.stadtforum.reporting.entries.EntryKind.TOPIC;
import static de.stadtforum.reporting.entries.EntryKind.TOPIC_CONCLUDED;
import static de.stadtforum.reporting.entries.EntryKind.TOPIC_OPTION;
import static de.stadtforum.reporting.entries.EntryKind.TOPIC_POSTPONED;

import de.stadtforum.contracts.session.TopicFact;
import de.stadtforum.contracts.session.TopicFact.OptionDeliberated;
import de.stadtforum.contracts.session.TopicFact.OptionWithdrawn;
import de.stadtforum.contracts.session.TopicFact.PostponementWithdrawn;
import de.stadtforum.contracts.session.TopicFact.TopicConcluded;
import de.stadtforum.contracts.session.TopicFact.TopicCorrected;
import de.stadtforum.contracts.session.TopicFact.TopicOpened;
import de.stadtforum.contracts.session.TopicFact.TopicPostponed;
import de.stadtforum.messaging.feeds.Recorded;
import de.stadtforum.reporting.entries.AggregateEntries;

/// What became of a standing topic, dated.
public final class TopicEntries {
    private TopicEntries() {}

    public static AggregateEntries after(AggregateEntries before, Recorded<TopicFact> recorded) {
        var change = before.at(recorded);
        switch (recorded.fact()) {
            case TopicOpened it ->
                    change.set(TOPIC, "", it.on(), marks("title", it.title().text()));
            case TopicCorrected it ->
                    change.last(TOPIC)
                            .ifPresent(topic ->
                                    change.set(
                                            TOPIC,
                                            "",
                                            topic.on(),
                                            marks("title", it.title().text())));
            case OptionDeliberated it ->
                    change.add(
                            TOPIC_OPTION,
                            it.option(),
                            it.on(),
                            null,
                            marks("title", it.title().text()));
            case OptionWithdrawn it ->
                    change.withdraw(TOPIC_OPTION, each -> each.part().equals(it.option()));
            case TopicPostponed it -> change.set(TOPIC_POSTPONED, it.meeting(), it.on(), PLAIN);
            case PostponementWithdrawn it ->
                    change.withdraw(TOPIC_POSTPONED, each -> each.part().equals(it.meeting()));
            case TopicConcluded it -> change.set(TOPIC_CONCLUDED, it.on());
        }
        return change.done();
    }
}
