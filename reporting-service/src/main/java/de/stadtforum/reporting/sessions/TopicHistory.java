package de.stadtforum.reporting.sessions;

import de.stadtforum.contracts.session.TopicFact;
import de.stadtforum.contracts.session.TopicFact.OptionDeliberated;
import de.stadtforum.contracts.session.TopicFact.OptionWithdrawn;
import de.stadtforum.contracts.session.TopicFact.TopicConcluded;
import de.stadtforum.contracts.session.TopicFact.TopicCorrected;
import de.stadtforum.contracts.session.TopicFact.TopicOpened;
import de.stadtforum.contracts.session.TopicFact.TopicPostponed;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A standing topic as its facts tell it.
///
/// @param options the day on which each option was deliberated, by title
/// @param ids the title of each option, by id; options of yesterday have none
public record TopicHistory(
        String title,
        @Nullable LocalDate openedOn,
        SortedMap<String, LocalDate> options,
        @Nullable LocalDate postponedOn,
        @Nullable LocalDate concludedOn,
        SortedMap<String, String> ids) {
    public static final TopicHistory NONE =
            new TopicHistory("", null, new TreeMap<>(), null, null, new TreeMap<>());

    // yesterday's documents have no ids
    @SuppressWarnings("ConstantValue")
    public TopicHistory {
        ids = ids == null ? new TreeMap<>() : ids;
    }

    public TopicHistory after(TopicFact fact) {
        return switch (fact) {
            case TopicOpened it ->
                    new TopicHistory(
                            it.title().text(), it.on(), options, postponedOn, concludedOn, ids);
            case TopicCorrected it ->
                    new TopicHistory(
                            it.title().text(), openedOn, options, postponedOn, concludedOn, ids);
            case OptionDeliberated it -> {
                var more = new TreeMap<>(options);
                more.put(it.title().text(), it.on());
                var known = new TreeMap<>(ids);
                known.put(it.option(), it.title().text());
                yield new TopicHistory(title, openedOn, more, postponedOn, concludedOn, known);
            }
            case OptionWithdrawn it -> {
                var fewer = new TreeMap<>(options);
                var named = ids.get(it.option());
                if (named != null) fewer.remove(named);
                yield new TopicHistory(title, openedOn, fewer, postponedOn, concludedOn, ids);
            }
            case TopicPostponed it ->
                    new TopicHistory(title, openedOn, options, it.on(), concludedOn, ids);
            case TopicConcluded it ->
                    new TopicHistory(title, openedOn, options, postponedOn, it.on(), ids);
        };
    }
}
