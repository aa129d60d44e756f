package de.stadtforum.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;

@SpringBootTest(
        webEnvironment = WebEnvironment.NONE,
        classes = TestPlatformTests.Empty.class,
        properties = "spring.security.oauth2.resourceserver.jwt.audiences=stated-by-the-test")
class TestPlatformTests {
    @SpringBootConfiguration
    static class Empty {}

    @Test
    void givesSpringWhatItStarted(@Autowired Environment environment) {
        assertThat(environment.getProperty("spring.mongodb.uri"))
                .isEqualTo(TestPlatform.mongodbUri());
        assertThat(environment.getProperty("stadtforum.kafka.bootstrap-servers"))
                .isEqualTo(TestPlatform.bootstrapServers());
        assertThat(environment.getProperty("stadtforum.database"))
                .isEqualTo(TestPlatform.database());
        assertThat(environment.getProperty("spring.security.oauth2.resourceserver.jwt.audiences"))
                .isEqualTo("stated-by-the-test");
    }

    @Test
    void keepsFactsAndDocumentsWhenPartsAreKilledAndStartedAgain() throws Exception {
        try (var admin =
                        Admin.create(Map.of("bootstrap.servers", TestPlatform.bootstrapServers()));
                var client = MongoClients.create(TestPlatform.mongodbUri())) {
            var votes = client.getDatabase(TestPlatform.database()).getCollection("votes");
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1))).all().get();
            votes.insertOne(new Document("_id", "kept"));

            for (var part : List.of(TestPlatform.broker(), TestPlatform.store())) {
                part.kill();
                part.start();
            }

            assertThat(admin.listTopics().names().get()).contains("kept");
            assertThat(votes.countDocuments()).isOne();
        }
    }
}
