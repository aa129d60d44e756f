package de.stadtforum.embedded.index;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// What the first stages of an aggregation ask for: `$match`, `$sort`, then `$skip` and `$limit`. They are run once more over the answer.
///
/// @param wanted how many documents the stages let through, 0 for all
record PipelineStart(Document filter, @Nullable Document sort, long wanted) {

    static PipelineStart of(List<Document> pipeline) {
        var filters = new ArrayList<Document>();
        Document sort = null;
        var skipped = 0L;
        for (var stage : pipeline) {
            var name = stage.keySet().stream().findFirst().orElse("");
            var value = stage.get(name);
            var first = sort == null && skipped == 0;
            if (first && name.equals("$match") && value instanceof Document filter)
                filters.add(filter);
            else if (first && name.equals("$sort") && value instanceof Document order) sort = order;
            else if (name.equals("$skip") && value instanceof Number skip)
                skipped += skip.longValue();
            else if (name.equals("$limit") && value instanceof Number limit)
                return new PipelineStart(all(filters), sort, skipped + limit.longValue());
            else break;
        }
        return new PipelineStart(all(filters), sort, 0);
    }

    /// What the driver's `countDocuments` asks for: a filter, and how many there are.
    ///
    /// @return the name that the number gets, null where more is asked for
    static @Nullable String counting(List<Document> pipeline) {
        if (pipeline.size() != 2
                || !(pipeline.getFirst().get("$match") instanceof Document)
                || !(pipeline.getLast().get("$group") instanceof Document group)
                || group.size() != 2
                || !Integer.valueOf(1).equals(group.get("_id"))) return null;
        return group.entrySet().stream()
                .filter(each -> each.getValue() instanceof Document sum && isOfOnes(sum))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static boolean isOfOnes(Document sum) {
        return sum.size() == 1 && Integer.valueOf(1).equals(sum.get("$sum"));
    }

    private static Document all(List<Document> filters) {
        if (filters.isEmpty()) return new Document();
        return filters.size() == 1 ? filters.getFirst() : new Document("$and", filters);
    }

    /// In natural order where there is no limit: the sort follows, and what groups without one keeps its order.
    Stream<Document> in(MongoCollection<Object> collection) {
        var query = new Document("$query", filter);
        if (wanted > 0) query.append("$orderby", sort);
        var limit = (int) Math.min(wanted, Integer.MAX_VALUE);
        return StreamSupport.stream(
                collection.handleQuery(new QueryParameters(query, 0, limit)).spliterator(), false);
    }
}
