package de.stadtforum.session.search;

import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.operation.OtherFaults;
import de.stadtforum.search.IndexFaults;
import de.stadtforum.search.IndexFollower;
import de.stadtforum.search.IndexFollower.Source;
import de.stadtforum.search.SearchIndex;
import de.stadtforum.session.fields.FieldOfAction;
import de.stadtforum.session.groups.WorkingGroup;
import de.stadtforum.session.meetings.Meeting;
import de.stadtforum.session.papers.Paper;
import de.stadtforum.session.recommendations.Recommendation;
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
            AggregateStore<Meeting> meetings,
            AggregateStore<Recommendation> recommendations,
            AggregateStore<Paper> papers,
            AggregateStore<FieldOfAction> fields,
            AggregateStore<WorkingGroup> groups) {
        return IndexFollower.of(
                index,
                Source.of(Kind.MEETING.id(), meetings, Entries::of),
                Source.of(Kind.RECOMMENDATION.id(), recommendations, Entries::of),
                Source.of(Kind.PAPER.id(), papers, Entries::of),
                Source.of(Kind.FIELD.id(), fields, Entries::of),
                Source.of(Kind.GROUP.id(), groups, Entries::of));
    }
}
