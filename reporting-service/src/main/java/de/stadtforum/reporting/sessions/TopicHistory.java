package de.stadtforum.reporting.sessions;

import de.stadtforum.contracts.session.TopicFact;
import de.stadtforum.contracts.session.TopicFact.OptionDeliberated;
import de.stadtforum.contracts.session.TopicFact.TopicConcluded;
import de.stadtforum.contracts.session.TopicFact.TopicOpened;
import de.stadtforum.contracts.session.TopicFact.TopicPostponed;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A standing topic as its facts tell it.
///
/// @param options the day on which each option was deliberated
public record TopicHistory(
        String title,
        @Nullable LocalDate openedOn,
        SortedMap<String, LocalDate> options,
        @Nullable LocalDate postponedOn,
        @Nullable LocalDate concludedOn) {
    public static final TopicHistory NONE = new TopicHistory("", null, new TreeMap<>(), null, null);

    public TopicHistory after(TopicFact fact) {
        return switch (fact) {
            case TopicOpened it ->
                    new TopicHistory(it.title().text(), it.on(), options, postponedOn, concludedOn);
            case OptionDeliberated it -> {
                var more = new TreeMap<>(options);
                more.put(it.title().text(), it.on());
                yield new TopicHistory(title, openedOn, more, postponedOn, concludedOn);
            }
            case TopicPostponed it ->
                    new TopicHistory(title, openedOn, options, it.on(), concludedOn);
            case TopicConcluded it ->
                    new TopicHistory(title, openedOn, options, postponedOn, it.on());
        };
    }
}
