package de.stadtforum.lab;

import com.mongodb.client.MongoDatabase;
import de.stadtforum.testing.ListTrial;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Every list has an end and a next, and says no more than it may.
@LabPlatformTest
class ListsTests {
    private final MongoDatabase database;
    private final int port;

    ListsTests(MongoDatabase database, @LocalServerPort int port) {
        this.database = database;
        this.port = port;
    }

    private ListTrial list(String collection, String query) {
        return ListTrial.of(port, database, collection, "/api/lab/" + collection + query);
    }

    @Test
    void labsWithoutTheReasonToGoAhead() {
        for (var someone : new String[] {null, Portal.TEAM})
            list("labs", "")
                    .as(someone)
                    .with(
                            "course.goAhead",
                            new Document("reason", "").append("on", "2024-03-01").append("by", ""))
                    .hiding("course.goAhead.reason", "course.goAhead.by", "outcome.report.summary")
                    .check();
    }

    @Test
    void contributionsThatArePublishedWithTheLastAssessment() {
        list("contributions", "?lab=liste-labor")
                .with("lab", "liste-labor")
                .with("withheld", new Document("reason", "INSULT").append("on", "2024-06-20"))
                .hiding("withheld.note", "assessments.0.text")
                .check();
    }

    @Test
    void editionsOfTheConcept() {
        list("concepts", "").hiding("statements.POLITICS_INFORMED").check();
    }

    @Test
    void editionsOfTheStatementOnTheTool() {
        list("tool-statements", "").hiding("text").check();
    }
}
