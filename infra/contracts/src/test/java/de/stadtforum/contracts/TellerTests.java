package de.stadtforum.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadtforum.contracts.membership.BodyFact;
import de.stadtforum.contracts.membership.PersonFact;
import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.contracts.session.VotingFact.BallotCast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TellerTests {
    private static List<Class<? extends Fact>> told() {
        var told = new ArrayList<Class<? extends Fact>>();
        for (var teller : Teller.values()) told.addAll(teller.tells());
        return told;
    }

    @Test
    void everyOwnerInTheSourceIsToldByExactlyOneService() throws IOException {
        var written = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Fact.java") && !name.equals("Fact.java"))
                    .forEach(name -> written.add(name.replace(".java", "")));
        }
        assertThat(told())
                .extracting(Class::getSimpleName)
                .containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void factsOfAServiceStandInItsPackage() {
        for (var teller : Teller.values())
            assertThat(teller.tells())
                    .allMatch(
                            owner -> owner.getPackageName().endsWith("." + EventMap.name(teller)));
    }

    @Test
    void whatIsHeardIsToldBySomebody() {
        for (var teller : Teller.values()) assertThat(told()).containsAll(teller.hears());
    }

    @Test
    void factsAreKeptForEverAndPersonsAreCompacted() {
        var facts = Teller.topicOf(VotingFact.class);
        assertThat(facts.name()).isEqualTo("stadtforum.session");
        assertThat(facts.config())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "-1")
                .containsEntry("retention.bytes", "-1");
        var persons = Teller.topicOf(PersonFact.class);
        assertThat(persons.name()).isEqualTo("stadtforum.persons");
        assertThat(persons.config())
                .containsEntry("cleanup.policy", "compact")
                .containsKeys("max.compaction.lag.ms", "segment.ms");
        assertThat(EventMap.topics()).extracting(Topic::partitions).containsOnly(12);
    }

    @Test
    void personsAreOnNoOtherTopicAndReportsDoNotHearThem() {
        assertThat(Teller.topicOf(BodyFact.class).name()).isEqualTo("stadtforum.membership");
        assertThat(Teller.REPORTING.hears()).doesNotContain(PersonFact.class);
    }

    @Test
    void aFactThatNobodyTellsHasNoTopic() {
        assertThatThrownBy(() -> Teller.topicOf(Benches.Published.BenchFact.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("BenchFact");
    }

    @Test
    void aFactIsNamedByOwnerAndWhatHappened() {
        assertThat(FactType.of(BallotCast.class)).isEqualTo("de.stadtforum.voting.ballot-cast");
        assertThat(FactType.find("de.stadtforum.voting.ballot-cast")).contains(BallotCast.class);
        assertThat(FactType.allOf(PersonFact.class))
                .containsExactly(
                        "de.stadtforum.person.person-erased", "de.stadtforum.person.person-known");
    }

    @Test
    void namesAreDistinctAndLeadBackToTheirFact() {
        for (var owner : told())
            for (var fact : FactType.factsOf(owner)) {
                assertThat(FactType.find(FactType.of(fact))).contains(fact);
                assertThat(FactType.ownerOf(FactType.of(fact))).contains(owner);
            }
    }

    @Test
    void theOwnerOfAnUnknownFactIsKnown() {
        assertThat(FactType.find("de.stadtforum.voting.ballot-burnt")).isEmpty();
        assertThat(FactType.ownerOf("de.stadtforum.voting.ballot-burnt"))
                .contains(VotingFact.class);
        assertThat(FactType.ownerOf("de.stadtforum.weather.rain-fell")).isEmpty();
        assertThat(FactType.ownerOf("org.example.voting.ballot-cast")).isEmpty();
    }
}
