package de.stadtforum.testing;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/// The same parts from their published images.
final class Containers {
    private Containers() {}

    // Testcontainers' own reaper ends both after the test run
    static TestPart broker() {
        var kafka =
                new KafkaContainer("apache/kafka:4.3.1")
                        .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        kafka.start();
        return new BorrowedPart(kafka.getBootstrapServers());
    }

    static TestPart store() {
        var mongo = new MongoDBContainer("mongo:8.0");
        mongo.start();
        return new BorrowedPart(mongo.getConnectionString() + "/?directConnection=true");
    }
}
