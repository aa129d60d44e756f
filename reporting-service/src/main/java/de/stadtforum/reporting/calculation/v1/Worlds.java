package de.stadtforum.reporting.calculation.v1;

import static java.util.stream.Collectors.toMap;

import com.mongodb.client.model.Filters;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.messaging.documents.Slice;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.messaging.replay.Replays.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// Reads the world that the first calculation knows from a replay with the folds of then.
@Component
public final class Worlds {
    private static final int PAGE = Slice.MOST;

    public World of(Snapshot snapshot) {
        return new World(
                all(snapshot.former("bodies", BodyHistory.class)),
                all(snapshot.former("meetings", MeetingHistory.class)),
                all(snapshot.former("votes", VoteHistory.class)),
                all(snapshot.former("proposals", ProposalHistory.class)),
                all(snapshot.former("recommendations", RecommendationHistory.class)),
                all(snapshot.former("rules", RulesHistory.class)),
                all(snapshot.former("fields", FieldHistory.class)),
                all(snapshot.former("groups", GroupHistory.class)),
                all(snapshot.former("papers", PaperHistory.class)),
                all(snapshot.former("topics", TopicHistory.class)),
                all(snapshot.former("questions", QuestionHistory.class)),
                all(snapshot.former("concepts", ConceptHistory.class)),
                all(snapshot.former("labs", LabHistory.class)),
                byLab(snapshot.former("contributions", ContributionHistory.class)),
                all(snapshot.former("tools", ToolHistory.class)));
    }

    private static <P> SortedMap<String, P> all(Feed<P> feed) {
        var all = new TreeMap<String, P>();
        feed.all().forEach(known -> all.put(known.id(), known.state()));
        return all;
    }

    /// Page by page: there may be a million, and of each a line is enough.
    private static SortedMap<String, LabContributions> byLab(Feed<ContributionHistory> feed) {
        var rolling = LabContributions.BY_LAB;
        var lines = new TreeMap<String, List<LabContributions.Line>>();
        String cursor = null;
        do {
            var slice = feed.slice(Filters.empty(), Order.ascending(), cursor, PAGE);
            for (var known : slice.lines())
                if (!known.state().lab().isEmpty())
                    lines.computeIfAbsent(known.state().lab(), _ -> new ArrayList<>())
                            .add(rolling.line().apply(known.state()));
            cursor = slice.next();
        } while (cursor != null);
        return lines.entrySet().stream()
                .collect(
                        toMap(
                                each -> each.getKey(),
                                each -> rolling.fold().apply(each.getValue()),
                                (one, _) -> one,
                                TreeMap::new));
    }
}
