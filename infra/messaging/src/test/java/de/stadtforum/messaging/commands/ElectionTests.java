package de.stadtforum.messaging.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import de.stadtforum.messaging.AggregateStoreTests;
import de.stadtforum.messaging.Box;
import de.stadtforum.messaging.TellingProcess;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/// Where a replica set is at hand its primary steps down in the middle of work. Elsewhere [UnsureWriteTests] answers as one in trouble does.
@EnabledIfEnvironmentVariable(named = "MONGODB_URI", matches = ".*replicaSet=.*")
class ElectionTests {
    private static final int VOTERS = 400;

    @Test
    void everybodyIsToldTheTruthWhenThePrimaryStepsDown() throws Exception {
        try (var process = new TellingProcess("election-" + UUID.randomUUID()).started()) {
            process.boxes.create("a", _ -> Box.open("a"));
            var answered = new AtomicInteger();
            var stepsDown =
                    Thread.ofVirtual()
                            .start(() -> {
                                await().until(() -> answered.get() > VOTERS / 4);
                                try {
                                    process.client
                                            .getDatabase("admin")
                                            .runCommand(
                                                    new Document("replSetStepDown", 5)
                                                            .append("force", true));
                                } catch (MongoException gone) {
                                    // the connection goes with the primary
                                }
                            });
            var untrue =
                    AggregateStoreTests.atOnce(
                            IntStream.range(0, VOTERS)
                                    .<Callable<Boolean>>mapToObj(i ->
                                            () -> {
                                                var busy = false;
                                                while (true) {
                                                    var answer =
                                                            process.boxes.decide(
                                                                    "a",
                                                                    box -> box.cast("voter-" + i));
                                                    answered.incrementAndGet();
                                                    if (answer instanceof Decision.Changed)
                                                        return false;
                                                    if (answer instanceof Decision.Unchanged)
                                                        return !busy;
                                                    busy = true;
                                                }
                                            })
                                    .toList());
            stepsDown.join();
            assertThat(untrue).as("nobody is told that nothing was to be done").containsOnly(false);
            assertThat(process.boxes.find("a").orElseThrow().voters()).hasSize(VOTERS);
            await().atMost(Duration.ofSeconds(60)).until(process::allTold);
        }
    }
}
