package de.stadtforum.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Published facts are never broken, and what is said about them is true. With `-Dcontracts.write=true` it is brought up to date first.
class ContractTests {
    private static final Path HERE = Path.of("");
    private static final Contract CONTRACT =
            new Contract(
                    HERE,
                    Words.read(Path.of("src/test/resources/sample-words.properties")),
                    owners());
    private static final ContractDocuments DOCUMENTS =
            new ContractDocuments(HERE, CONTRACT.samples());

    private static List<Class<? extends Fact>> owners() {
        var owners = new ArrayList<Class<? extends Fact>>();
        for (var teller : Teller.values()) owners.addAll(teller.tells());
        return owners;
    }

    @BeforeAll
    static void writesWhenAskedTo() {
        if (!Boolean.getBoolean("contracts.write")) return;
        CONTRACT.write();
        DOCUMENTS.write();
    }

    @Test
    void publishedFactsAreOnlyAddedTo() {
        assertThat(CONTRACT.incompatible()).isEmpty();
    }

    @Test
    void everySampleEverPublishedReadsWithAllItsValues() {
        assertThat(CONTRACT.faultySamples()).isEmpty();
    }

    @Test
    void schemasSayWhatTheRecordsSay() {
        assertThat(CONTRACT.stale()).isEmpty();
    }

    @Test
    void documentsAreCurrent() {
        assertThat(DOCUMENTS.stale()).isEmpty();
    }

    @Test
    void factsHaveNoRoomForPersonalData() {
        assertThat(owners()).flatExtracting(Privacy::offences).isEmpty();
    }
}
