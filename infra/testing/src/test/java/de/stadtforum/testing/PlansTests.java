package de.stadtforum.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class PlansTests {
    @Test
    void ofTheChosenPlanEachStepCountsAndOfTheOthersNone() {
        var plan =
                BsonDocument.parse(
                        """
                        {"queryPlanner": {
                          "winningPlan": {"stage": "FETCH", "inputStage": {"stage": "OR", "inputStages": [{"stage": "IXSCAN"}, {"stage": "COLLSCAN"}]}},
                          "rejectedPlans": [{"stage": "SORT"}]}}
                        """);
        assertThat(Plans.stages(plan)).containsExactly("COLLSCAN", "FETCH", "IXSCAN", "OR");
    }

    @Test
    void aServerThatCannotExplainIsAskedOnce() {
        try (var client = MongoClients.create(TestPlatform.mongodbUri())) {
            var collection = client.getDatabase(TestPlatform.own("plans")).getCollection("each");
            collection.insertOne(new org.bson.Document("_id", 1).append("field", 2));
            var plans = new Plans(client);
            var scan =
                    Plans.Asked.of(
                            "plans",
                            BsonDocument.parse(
                                    "{find: 'each', filter: {field: 2}, lsid: {id: 1}, $db: 'plans'}"));
            assertThat(scan.command().keySet()).containsExactly("find", "filter");
            assertThat(plans.readsAll(scan)).isEqualTo(plans.canExplain());
        }
    }
}
