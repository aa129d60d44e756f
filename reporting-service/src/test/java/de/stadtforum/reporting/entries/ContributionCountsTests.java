package de.stadtforum.reporting.entries;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.reporting.entries.ContributionCounts.Count;
import de.stadtforum.reporting.entries.ContributionCounts.Kind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContributionCountsTests {
    private static Count received(int day) {
        return new Count(
                Kind.RECEIVED,
                new String("ONLINE"),
                LocalDate.of(2024, 4, day),
                LocalDate.of(2024, 4, day),
                1);
    }

    /// A service that catches up with a million contributions keeps the counts of many thousands of them, in a heap of 192 MB.
    @Test
    void equalCountsStandOnceInMemory() {
        var line = ContributionCounts.BY_LAB.line();
        var one = line.apply(new ContributionEntries("lab", "ONLINE", List.of(received(20))));
        var other = line.apply(new ContributionEntries("lab", "ONLINE", List.of(received(20))));
        assertThat(one.getFirst()).isSameAs(other.getFirst());
        var stands = new ContributionCounts(List.of(received(20), received(21)));
        assertThat(stands.counts().getFirst()).isSameAs(one.getFirst());
        assertThat(stands.counts()).containsExactly(received(20), received(21));
    }
}
