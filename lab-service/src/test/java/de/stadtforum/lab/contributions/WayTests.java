package de.stadtforum.lab.contributions;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.contracts.lab.ContributionFact.Assessment;
import de.stadtforum.contracts.lab.ContributionFact.WithheldFor;
import de.stadtforum.contracts.lab.LabFact.Place;
import de.stadtforum.lab.labs.Lab;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WayTests {
    static final LocalDate ON = ContributionTests.ON;
    static final Lab LAB =
            new Lab(
                    "lab-eving-2024",
                    new Lab.Plan("eving", "Lindenhorst", ON, Place.HERE, List.of(), null),
                    new Lab.Course(Lab.State.HELD, null, ON, ON.plusDays(11), 61),
                    new Lab.Dialogue(List.of(), List.of()),
                    new Lab.Outcome(
                            new Lab.Report("vollversammlung", "Mehr Licht", ON.plusDays(40)),
                            new Lab.Heard("vv-2024-2", ON.plusDays(70)),
                            List.of()),
                    List.of(),
                    List.of());

    @Test
    void leadsFromTheReceiptToTheBodyThatTreatedTheResult() {
        var assessed =
                ContributionTests.after(
                        ContributionTests.published()
                                .assess(Assessment.TAKEN_UP, "Kommt.", ON.plusDays(20)));
        assertThat(Way.of(assessed, LAB).steps())
                .extracting(Way.Step::kind)
                .containsExactly("received", "published", "assessed", "reported", "heard");
    }

    @Test
    void namesWhatIsStillToCome() {
        var quiet =
                new Lab(
                        LAB.id(),
                        LAB.plan(),
                        LAB.course(),
                        LAB.dialogue(),
                        none(),
                        List.of(),
                        List.of());
        assertThat(Way.of(ContributionTests.received(), quiet).steps())
                .extracting(Way.Step::kind)
                .containsExactly(
                        "received",
                        "publication-open",
                        "assessment-open",
                        "report-open",
                        "hearing-open");
    }

    @Test
    void endsWithTheReasonWhereItWasWithheld() {
        var withheld =
                ContributionTests.after(
                        ContributionTests.received().withhold(WithheldFor.INSULT, "intern", ON));
        assertThat(Way.of(withheld, LAB).steps().getLast())
                .isEqualTo(new Way.Step("withheld", ON, "withheld-for.INSULT", null));
    }

    @Test
    void aLabThatNeverTookPlaceReportsNothing() {
        var missed =
                new Lab(
                        LAB.id(),
                        LAB.plan(),
                        new Lab.Course(Lab.State.MISSED, null, null, ON.plusDays(90), null),
                        LAB.dialogue(),
                        none(),
                        List.of(),
                        List.of());
        assertThat(Way.of(ContributionTests.published(), missed).steps())
                .extracting(Way.Step::kind)
                .containsExactly("received", "published", "assessment-open");
    }

    @Test
    void endsWhereItsSenderTookItBack() {
        var gone = ContributionTests.after(ContributionTests.published().withdraw(null, ON));
        assertThat(Way.of(gone, LAB).steps())
                .extracting(Way.Step::kind)
                .containsExactly("received", "withdrawn-by-sender");
    }

    private static Lab.Outcome none() {
        return new Lab.Outcome(null, null, List.of());
    }
}
