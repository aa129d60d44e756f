package de.stadtforum.reporting.calculation.v1;

import de.stadtforum.contracts.session.TopicFact;
import de.stadtforum.contracts.session.TopicFact.OptionDeliberated;
import de.stadtforum.contracts.session.TopicFact.OptionWithdrawn;
import de.stadtforum.contracts.session.TopicFact.PostponementWithdrawn;
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
/// @param titles of the options, by id
public record TopicHistory(
        String title,
        @Nullable LocalDate openedOn,
        SortedMap<String, LocalDate> options,
        @Nullable LocalDate postponedOn,
        @Nullable LocalDate concludedOn,
        SortedMap<String, String> titles) {
    public static final TopicHistory NONE =
            new TopicHistory("", null, new TreeMap<>(), null, null, new TreeMap<>());

    /// Yesterday's projections lack the titles.
    @SuppressWarnings("NullAway")
    public TopicHistory {
        titles = titles == null ? new TreeMap<>() : titles;
    }

    public TopicHistory after(TopicFact fact) {
        return switch (fact) {
            case TopicOpened it ->
                    new TopicHistory(
                            it.title().text(), it.on(), options, postponedOn, concludedOn, titles);
            case OptionDeliberated it -> {
                var more = new TreeMap<>(options);
                more.put(it.title().text(), it.on());
                var known = new TreeMap<>(titles);
                known.put(it.option(), it.title().text());
                yield new TopicHistory(title, openedOn, more, postponedOn, concludedOn, known);
            }
            case OptionWithdrawn it -> {
                var known = new TreeMap<>(titles);
                var gone = known.remove(it.option());
                var less = new TreeMap<>(options);
                if (gone != null && !known.containsValue(gone)) less.remove(gone);
                yield new TopicHistory(title, openedOn, less, postponedOn, concludedOn, known);
            }
            case TopicCorrected it ->
                    new TopicHistory(
                            it.title().text(), openedOn, options, postponedOn, concludedOn, titles);
            case TopicPostponed it ->
                    new TopicHistory(title, openedOn, options, it.on(), concludedOn, titles);
            case PostponementWithdrawn it ->
                    new TopicHistory(title, openedOn, options, it.last(), concludedOn, titles);
            case TopicConcluded it ->
                    new TopicHistory(title, openedOn, options, postponedOn, it.on(), titles);
        };
    }
}
