package de.stadtforum.membership;

import com.mongodb.client.MongoDatabase;
import de.stadtforum.testing.ListTrial;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Every list has an end and a next, and says no more than it may.
@WholeService
class ListsTests {
    @Autowired private MongoDatabase database;
    @LocalServerPort private int port;

    private ListTrial list(String collection) {
        return ListTrial.of(port, database, collection, "/api/membership/" + collection);
    }

    @Test
    void bodiesWithoutWhoFillsTheirSeats() {
        list("bodies").hiding("seats.0.delegations.0.person", "seats.0.name").check();
    }

    @Test
    void councilsWithoutTheirCompositions() {
        list("councils").hiding("compositions.0.factions.0.name").check();
    }
}
