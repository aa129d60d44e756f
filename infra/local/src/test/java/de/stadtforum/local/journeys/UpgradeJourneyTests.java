package de.stadtforum.local.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// An installation that the program of November 2026 left, data and offsets: consumer groups that did not name the operator,
/// documents without a lease, feeds that knew the last fact alone.
class UpgradeJourneyTests {
    private static final int SESSION = 2;
    private static final int REPORTING = 4;

    @Test
    void anInstallationOfYesterdayGoesOnWithTodaysProgram(
            @TempDir(cleanup = CleanupMode.ALWAYS) Path folder) throws Exception {
        unpack("/installation-2026-11.zip", folder);
        var began = Instant.now();
        try (var platform = RunningPlatform.started(folder, RunningPlatform.freePorts())) {
            for (var report : List.of("bericht-2024-h1", "bericht-2024-h2"))
                assertThat(platform.proof(REPORTING, report).path("outcome").asString(""))
                        .as(report)
                        .isEqualTo("SAME_HASH");
            assertThat(groups(platform))
                    .as("no old group is left")
                    .containsExactlyInAnyOrder(
                            "stadtforum.dortmund.lab.stadtforum-lab",
                            "stadtforum.dortmund.membership.stadtforum-membership",
                            "stadtforum.dortmund.reporting.stadtforum-reporting",
                            "stadtforum.dortmund.session.stadtforum-session");
            assertThat(log(platform))
                    .as("nothing was heard or followed twice")
                    .allSatisfy(record ->
                            assertThat(Instant.parse(RunningPlatform.header(record, "ce_time")))
                                    .isBefore(began))
                    .extracting(UpgradeJourneyTests::fact)
                    .doesNotHaveDuplicates();

            assertThat(
                            platform.command(
                                    SESSION,
                                    "Geschäftsstelle (Ordnungsamt)",
                                    "PUT",
                                    "/api/session/meetings/nach-dem-wechsel",
                                    "{\"body\":\"vollversammlung\",\"date\":\"2027-03-05\"}"))
                    .isEqualTo(201);
            await().atMost(Duration.ofSeconds(20))
                    .until(() ->
                            log(platform).stream()
                                    .anyMatch(record ->
                                            RunningPlatform.header(record, "ce_subject")
                                                    .equals("nach-dem-wechsel")));
            for (var service : List.of("membership", "session", "lab", "reporting"))
                await().atMost(Duration.ofSeconds(20)).until(() -> allIsWell(platform, service));
        }
    }

    private static boolean allIsWell(RunningPlatform platform, String service) {
        var part = List.of("membership", "session", "lab", "reporting").indexOf(service) + 1;
        var state = platform.answer(part, "Betrieb", "GET", "/api/" + service + "/operations", "");
        return state.path("behind").asLong(-1) == 0
                && state.path("waiting").asLong(-1) == 0
                && state.path("wrong").isEmpty();
    }

    static void unpack(String resource, Path folder) throws IOException {
        try (var stream = UpgradeJourneyTests.class.getResourceAsStream(resource);
                var zip = new ZipInputStream(stream)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var file = folder.resolve(entry.getName());
                if (entry.isDirectory()) continue;
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
    }

    private static List<String> groups(RunningPlatform platform) throws Exception {
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", "localhost:" + platform.brokerPort()))) {
            var asked = new HashSet<String>();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> {
                        asked.clear();
                        admin.listGroups().all().get().stream()
                                .map(GroupListing::groupId)
                                .forEach(asked::add);
                        return asked.stream().allMatch(group -> group.contains("dortmund"));
                    });
            return List.copyOf(asked);
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> log(RunningPlatform platform) {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        platform.eachRecord(records::add);
        return records;
    }

    private static String fact(ConsumerRecord<byte[], byte[]> record) {
        return record.topic()
                + " "
                + RunningPlatform.header(record, "ce_type").replaceFirst("[.][a-z-]+$", "")
                + " "
                + RunningPlatform.header(record, "ce_subject")
                + " "
                + RunningPlatform.header(record, "ce_sequence");
    }
}
