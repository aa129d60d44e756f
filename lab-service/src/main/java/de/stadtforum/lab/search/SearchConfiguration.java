package de.stadtforum.lab.search;

import de.stadtforum.lab.contributions.Contribution;
import de.stadtforum.lab.labs.Lab;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.operation.OtherFaults;
import de.stadtforum.search.IndexFaults;
import de.stadtforum.search.IndexFollower;
import de.stadtforum.search.IndexFollower.Source;
import de.stadtforum.search.SearchIndex;
import java.nio.file.Path;
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
        return IndexFollower.of(
                index,
                Source.of(Entries.LAB, labs, Entries::of),
                Source.of(Entries.CONTRIBUTION, contributions, Entries::of));
    }
}
