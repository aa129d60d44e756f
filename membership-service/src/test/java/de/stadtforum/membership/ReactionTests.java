package de.stadtforum.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.stadtforum.contracts.Envelope;
import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.FactMapper;
import de.stadtforum.contracts.FactType;
import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.Teller;
import de.stadtforum.contracts.membership.PersonFact;
import de.stadtforum.contracts.session.GroupFact;
import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.testing.TestPlatform;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// What the service hears from the sessions, and that what it decides reaches the log.
@WholeService
class ReactionTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    @Autowired MockMvc mvc;
    private Calls resident;

    @BeforeEach
    void calls() {
        resident = new Calls(mvc, List.of());
    }

    @Test
    void aGroupThatIsFormedBecomesABodyAndEnds() {
        var group = "ag-" + UUID.randomUUID();
        var on = LocalDate.parse("2024-03-05");
        tell(
                group,
                1,
                new GroupFact.GroupFormed(new PublicText("AG Licht und Wege"), "vote-1", on));
        await().atMost(PATIENCE).until(() -> resident.get("bodies/" + group).status() == 200);
        var overview = resident.get("bodies/" + group).body();
        assertThat(overview.at("/charter/kind").asString()).isEqualTo("WORKING_GROUP");
        assertThat(overview.at("/charter/from").asString()).isEqualTo("2024-03-05");

        tell(group, 2, new GroupFact.GroupEnded("vote-2", LocalDate.parse("2024-12-10")));
        await().atMost(PATIENCE)
                .until(() ->
                        resident.get("bodies/" + group)
                                .body()
                                .path("until")
                                .asString("")
                                .equals("2024-12-10"));
    }

    @Test
    void anAppointedMemberGetsAnAdvisorySeat() {
        var city = Dortmund.founded(resident);
        tell(
                "vote-" + UUID.randomUUID(),
                1,
                new VotingFact.MemberAppointed(
                        city.body(),
                        "hochschule",
                        new PublicText("Fachhochschule"),
                        LocalDate.parse("2024-06-11")));

        var roster = "bodies/" + city.body() + "/roster?on=2024-06-11";
        await().atMost(PATIENCE).until(() -> !resident.get(roster).body().path("seats").isEmpty());
        var seat = resident.get(roster).body().path("seats").get(0);
        assertThat(seat.path("seat").asString()).isEqualTo("berufen-hochschule");
        assertThat(seat.path("kind").asString()).isEqualTo("ADVISORY");
        assertThat(seat.path("basis").asString()).isEqualTo("APPOINTMENT");
    }

    /// What is decided has its effect, though what it needs comes later; until then an operator sees what is missing.
    @Test
    void anAppointmentToABodyThatIsNotThereYetIsTriedAgainUntilItIs() {
        var vote = "vote-" + UUID.randomUUID();
        var body = "beirat-" + UUID.randomUUID().toString().substring(0, 8);
        tell(
                vote,
                1,
                new VotingFact.MemberAppointed(
                        body,
                        "hochschule",
                        new PublicText("Fachhochschule"),
                        LocalDate.parse("2024-06-11")));

        var operator = resident.as("operator");
        await().atMost(PATIENCE)
                .until(() ->
                        operator.get("operations").body().path("wrong").toString().contains(vote));
        assertThat(operator.page("/betrieb/membership").select("main").text())
                .contains("Was aus Meldung 1 folgen soll, lehnt der Dienst ab (NOT_FOUND), bisher")
                .contains(
                        "Die Kopie „Berufungen, aus denen Sitze werden“ steht bei Vorgang " + vote);
        assertThat(
                        operator.page(
                                        "/betrieb/membership/verwerfen?feed=appointments-followed&aggregate="
                                                + vote
                                                + "&sequence=1")
                                .select("main")
                                .text())
                .contains("unterbleibt. Die Meldung selbst nimmt die Kopie");

        resident.as("secretariat:" + body)
                .put(
                        "bodies/" + body,
                        "{'kind':'ASSEMBLY','name':'Beirat','votingSeats':20,'meetingsPerYear':3,'publicity':'PUBLIC','from':'2024-01-15'}")
                .expect(201);
        var roster = "bodies/" + body + "/roster?on=2024-06-11";
        await().atMost(PATIENCE).until(() -> !resident.get(roster).body().path("seats").isEmpty());
        await().atMost(PATIENCE)
                .until(() ->
                        !operator.get("operations").body().path("wrong").toString().contains(vote));
    }

    @Test
    void aNameTravelsOnTheTopicOfPersonsAndOnNoOther() {
        var city = Dortmund.founded(resident);
        var name = "Mitglied " + UUID.randomUUID();
        var person = "p-" + UUID.randomUUID();
        city.seat("polizei", "VOTING", "Polizei");
        city.person(person, name);
        city.delegate("polizei", person, "2024-02-01").expect(200);

        var persons = Teller.topicOf(PersonFact.class).name();
        var facts = Teller.topicOf(de.stadtforum.contracts.membership.BodyFact.class).name();
        await().atMost(PATIENCE)
                .until(() ->
                        everythingOn(persons).stream().anyMatch(record -> record.contains(name)));
        await().atMost(PATIENCE)
                .until(() ->
                        everythingOn(facts).stream().anyMatch(record -> record.contains(person)));
        assertThat(everythingOn(facts)).noneMatch(record -> record.contains(name));
    }

    private static void tell(String subject, long sequence, Fact fact) {
        var envelope =
                new Envelope(
                        UUID.randomUUID().toString(),
                        "/dortmund/session",
                        FactType.of(fact.getClass()),
                        subject,
                        Instant.parse("2024-03-05T10:00:00Z"),
                        sequence,
                        null);
        var topic = Teller.topicOf(FactType.ownerOf(envelope.type()).orElseThrow()).name();
        var record =
                new ProducerRecord<>(topic, subject, FactMapper.create().writeValueAsBytes(fact));
        envelope.toHeaders()
                .forEach((name, value) ->
                        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (var producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", TestPlatform.bootstrapServers()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            producer.send(record);
        }
    }

    private static List<String> everythingOn(String topic) {
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", TestPlatform.bootstrapServers()),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(each ->
                                    new org.apache.kafka.common.TopicPartition(
                                            each.topic(), each.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<String>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each)))
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> records.add(record.value()));
            return records;
        }
    }
}
