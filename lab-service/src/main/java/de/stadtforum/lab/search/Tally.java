package de.stadtforum.lab.search;

import com.mongodb.client.model.Filters;
import de.stadtforum.lab.contributions.Contribution;
import de.stadtforum.lab.contributions.Contribution.State;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.context.CacheTags;
import de.stadtforum.search.Entry;
import de.stadtforum.search.Filter;
import de.stadtforum.search.NotReady;
import de.stadtforum.search.Question;
import de.stadtforum.search.SearchIndex;
import de.stadtforum.search.Sorting;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// How many contributions of a lab are in each state: from the index, and from the database as long as there is none.
@Component
public class Tally {
    private final SearchIndex index;
    private final AggregateStore<Contribution> contributions;

    Tally(SearchIndex index, AggregateStore<Contribution> contributions) {
        this.index = index;
        this.contributions = contributions;
    }

    /// @param byState those that have none are not in it
    public record Counts(Map<String, Long> byState) {
        public long of(State state) {
            return byState.getOrDefault(state.name(), 0L);
        }
    }

    public Counts of(String lab) {
        return CacheTags.showing("contributions?lab=" + lab, () -> read(lab));
    }

    private Counts read(String lab) {
        try {
            var question =
                    Question.of(Sorting.descending(Entries.DAY))
                            .where(Filter.anyOf(Entry.KIND, Entries.CONTRIBUTION))
                            .where(Filter.anyOf(Entries.LAB, lab))
                            .limit(1)
                            .facets(Entries.STATE);
            return new Counts(
                    index.find(question).facets().getOrDefault(Entries.STATE, new TreeMap<>()));
        } catch (NotReady notYet) {
            return counted(lab);
        }
    }

    private Counts counted(String lab) {
        var counts = new TreeMap<String, Long>();
        for (var state : State.values())
            counts.put(
                    state.name(),
                    contributions.count(
                            Filters.and(
                                    Filters.eq("state.lab", lab),
                                    Filters.eq("state.state", state.name()))));
        return new Counts(counts);
    }
}
