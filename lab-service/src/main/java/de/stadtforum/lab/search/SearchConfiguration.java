package de.stadtforum.lab.search;

import de.stadtforum.lab.contributions.Contribution;
import de.stadtforum.lab.labs.Lab;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.operation.OtherFaults;
import de.stadtforum.search.Entry;
import de.stadtforum.search.IndexFaults;
import de.stadtforum.search.IndexFollower;
import de.stadtforum.search.IndexFollower.Source;
import de.stadtforum.search.SearchIndex;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SearchConfiguration {
    /// @param folder of this process alone; it may be lost at any time
    @Bean
    SearchIndex searchIndex(@Value("${stadtforum.index}") Path folder) {
        return new SearchIndex(folder, Entries.MEANING, Entries.DAY);
    }

    @Bean
    OtherFaults indexFaults(SearchIndex index) {
        return new IndexFaults(index);
    }

    @Bean(initMethod = "start")
    IndexFollower indexFollower(
            SearchIndex index,
            AggregateStore<Lab> labs,
            AggregateStore<Contribution> contributions) {
        var follower =
                new IndexFollower(
                        index,
                        IndexFollower.INTERVAL,
                        List.of(
                                source(Entries.LAB, labs, Entries::of),
                                source(Entries.CONTRIBUTION, contributions, Entries::of)));
        labs.onWrite(id -> follower.written(Entries.LAB, id));
        contributions.onWrite(id -> follower.written(Entries.CONTRIBUTION, id));
        return follower;
    }

    private static <A> Source source(
            String kind, AggregateStore<A> store, Function<A, @Nullable Entry> entry) {
        return new Source(
                kind, store.documents(), each -> store.read(each).map(entry).orElse(null));
    }
}
