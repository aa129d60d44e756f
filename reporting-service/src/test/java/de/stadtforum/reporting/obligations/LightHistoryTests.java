package de.stadtforum.reporting.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.membership.BodyFact.BodyEstablished;
import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.Publicity;
import de.stadtforum.contracts.session.TopicFact.Level;
import de.stadtforum.contracts.session.TopicFact.OptionDeliberated;
import de.stadtforum.contracts.session.TopicFact.TopicConcluded;
import de.stadtforum.contracts.session.TopicFact.TopicOpened;
import de.stadtforum.reporting.KnowledgeFeeds;
import de.stadtforum.reporting.OtherServices;
import de.stadtforum.reporting.ReportingTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// How the obligations stood is written down day by day, from a real log into a real database.
@ReportingTest
class LightHistoryTests {
    private static final String TOPIC = "verlauf-thema";
    @Autowired private LightHistory history;
    @Autowired private KnowledgeFeeds feeds;
    @Autowired private MongoDatabase database;

    @Test
    void eachChangeStandsOnItsDayAndWhatCameLateIsWrittenAnew() {
        tell(
                "2024-01-10",
                "verlauf-vv",
                new BodyEstablished(
                        BodyKind.ASSEMBLY,
                        new PublicText("Versammlung"),
                        20,
                        3,
                        Publicity.PUBLIC,
                        null,
                        LocalDate.parse("2024-01-10")));
        tell("2024-05-05", TOPIC, opened("2024-05-05"));
        tell("2024-06-05", TOPIC, option("2024-06-01"));
        awaitKnown(2);
        history.write();
        // the option was deliberated on the first, but known on the fifth
        assertThat(changes()).containsExactly("2024-06-05 ON_COURSE", "NOT_YET_DUE");
        assertThat(history.of("3.6").getFirst().note()).contains("eine Möglichkeit");

        var written = all();
        history.write();
        assertThat(all()).isEqualTo(written);

        tell("2024-09-10", TOPIC, new TopicConcluded("v", LocalDate.parse("2024-09-01")));
        awaitKnown(3);
        assertThat(history.written()).isTrue();
        history.look();
        // more may come
        assertThat(history.written()).isFalse();
        history.look();
        assertThat(history.written()).isTrue();
        assertThat(history.latest(500))
                .as("how it began is no change")
                .filteredOn(each -> each.obligation().equals("3.7"))
                .extracting(each -> each.change().on() + " " + each.change().light())
                .containsExactly("2024-09-10 MET", "2024-06-05 ON_COURSE");
        assertThat(history.latest(1)).hasSize(1);
        assertThat(changes())
                .containsExactly("2024-09-10 MET", "2024-06-05 ON_COURSE", "NOT_YET_DUE");
    }

    private static Fact opened(String on) {
        return new TopicOpened("verlauf-vv", new PublicText("Strukturen"), LocalDate.parse(on));
    }

    private static Fact option(String on) {
        return new OptionDeliberated(
                "o", new PublicText("Beirat"), Level.CITY, "m", LocalDate.parse(on));
    }

    private static void tell(String recorded, String aggregate, Fact fact) {
        OtherServices.tellAt(Instant.parse(recorded + "T12:00:00Z"), aggregate, fact);
    }

    private void awaitKnown(int entries) {
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        feeds.entries().stream()
                                        .filter(each -> each.subject().equals(TOPIC))
                                        .count()
                                == entries);
    }

    /// The newest first; when the first one began depends on what other tests told.
    private List<String> changes() {
        return history.of("3.7").stream()
                .map(each ->
                        each.light() == Light.NOT_YET_DUE
                                ? "NOT_YET_DUE"
                                : each.on() + " " + each.light())
                .toList();
    }

    private List<Document> all() {
        return database.getCollection("lights").find().into(new ArrayList<>());
    }
}
