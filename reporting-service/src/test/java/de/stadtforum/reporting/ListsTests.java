package de.stadtforum.reporting;

import com.mongodb.client.MongoDatabase;
import de.stadtforum.testing.ListTrial;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The list of reports has an end and a next.
@ReportingTest
class ListsTests {
    @Autowired private MongoDatabase database;
    @LocalServerPort private int port;

    @Test
    void reportsWithoutTheirFigures() {
        ListTrial.of(port, database, "reports", "/api/reporting/reports").hiding("figures").check();
    }
}
