package de.stadtforum.session.search;

import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.operation.OtherFaults;
import de.stadtforum.search.Entry;
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
import java.util.List;
import java.util.function.Function;
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
        var follower =
                new IndexFollower(
                        index,
                        IndexFollower.INTERVAL,
                        List.of(
                                source(Kind.MEETING, meetings, Entries::of),
                                source(Kind.RECOMMENDATION, recommendations, Entries::of),
                                source(Kind.PAPER, papers, Entries::of),
                                source(Kind.FIELD, fields, Entries::of),
                                source(Kind.GROUP, groups, Entries::of)));
        meetings.onWrite(id -> follower.written(Kind.MEETING.id(), id));
        recommendations.onWrite(id -> follower.written(Kind.RECOMMENDATION.id(), id));
        papers.onWrite(id -> follower.written(Kind.PAPER.id(), id));
        fields.onWrite(id -> follower.written(Kind.FIELD.id(), id));
        groups.onWrite(id -> follower.written(Kind.GROUP.id(), id));
        return follower;
    }

    private static <A> Source source(Kind kind, AggregateStore<A> store, Function<A, Entry> entry) {
        return new Source(
                kind.id(), store.documents(), each -> store.read(each).map(entry).orElse(null));
    }
}
