package de.stadtforum.session.papers;

import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;
import static de.stadtforum.session.Example.DAY;
import static de.stadtforum.session.Example.done;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.city.City;
import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.session.PaperFact.Deliberation;
import de.stadtforum.contracts.session.PaperFact.DeliberationRecordCorrected;
import de.stadtforum.messaging.commands.Decision.Changed;
import de.stadtforum.session.papers.Paper.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperTests {
    private final Paper proposed =
            done(
                    Paper.propose(
                            null,
                            "p",
                            new Paper.Proposed("vollversammlung", "Beleuchtung", "v", DAY)));

    @Test
    void goesFromDraftToNumberToItsBodies() {
        assertThat(proposed.number(new Paper.Number("26093-22", DAY)))
                .isEqualTo(refused(Refusal.NOT_DRAFTED));
        var drafted = done(proposed.draft(DAY));
        assertThat(drafted.plan("rat", Deliberation.DECIDES, DAY))
                .isEqualTo(refused(Refusal.NOT_NUMBERED));
        var planned =
                done(
                        done(drafted.number(new Paper.Number("26093-22", DAY)))
                                .plan("rat", Deliberation.DECIDES, DAY));

        assertThat(planned.record("abooab", null, DAY)).isEqualTo(refused(Refusal.NOT_PLANNED));
        var recorded = done(planned.record("rat", "beschlossen", DAY.plusDays(1)));
        assertThat(recorded.record("rat", "beschlossen", DAY.plusDays(1))).isEqualTo(unchanged());
        assertThat(recorded.record("rat", "vertagt", DAY.plusDays(1)))
                .isEqualTo(refused(Refusal.ALREADY_RECORDED));
    }

    @ParameterizedTest
    @CsvSource({
        "26093-22,true",
        "16051-09-E1,true",
        "26029-22-E3,true",
        "05185-03-ATC,true",
        "05185-03BA,true",
        "6093-22,false",
        "26093-2022,false",
        "26093/22,false",
        "26093-22-e3,false"
    })
    void knowsTheNumbersOfTheCouncilInformationSystem(String number, boolean right) {
        assertThat(City.shipped().isPaperNumber(number)).isEqualTo(right);
    }

    @Test
    void nothingOfItsWayLiesBeforeItWasProposed() {
        var before = DAY.minusDays(1);
        assertThat(proposed.draft(before)).isEqualTo(refused(Refusal.BEFORE_PROPOSED));
        var drafted = done(proposed.draft(DAY));
        assertThat(drafted.number(new Paper.Number("26093-22", before)))
                .isEqualTo(refused(Refusal.BEFORE_DRAFTED));
        var numbered = done(drafted.number(new Paper.Number("26093-22", DAY)));
        assertThat(numbered.plan("rat", Deliberation.DECIDES, before))
                .isEqualTo(refused(Refusal.BEFORE_PROPOSED));
        var planned = done(numbered.plan("rat", Deliberation.DECIDES, DAY));
        assertThat(planned.record("rat", null, before)).isEqualTo(refused(Refusal.BEFORE_PROPOSED));
    }

    // B43: each step can be put right, the last one first
    @Test
    void eachStepIsPutRightTheLastOneFirst() {
        var drafted = done(proposed.draft(DAY));
        var numbered = done(drafted.number(new Paper.Number("26093-22", DAY)));
        var planned = done(numbered.plan("rat", Deliberation.DECIDES, DAY));
        var recorded = done(planned.record("rat", "beschlossen", DAY));

        assertThat(right(recorded).draft(null)).isEqualTo(refused(Refusal.NUMBERED_ALREADY));
        assertThat(right(recorded).number(null)).isEqualTo(refused(Refusal.PLANNED_ALREADY));
        assertThat(right(recorded).withdrawDeliberation("rat"))
                .isEqualTo(refused(Refusal.RECORDED_ALREADY));
        assertThat(right(recorded).deliberation("rat", Deliberation.ADVISES, DAY))
                .isEqualTo(refused(Refusal.RECORDED_ALREADY));

        var open = done(right(recorded).outcome("rat", null, null));
        assertThat(right(open).outcome("rat", null, null)).isEqualTo(unchanged());
        assertThat(right(open).outcome("rat", "vertagt", DAY))
                .isEqualTo(refused(Refusal.NOT_RECORDED));
        var without = done(right(open).withdrawDeliberation("rat"));
        assertThat(right(without).withdrawDeliberation("rat")).isEqualTo(unchanged());
        var unnumbered = done(right(without).number(null));
        var again = done(right(unnumbered).draft(null));

        assertThat(again.next()).isEqualTo(Paper.Step.DRAFT);
        assertThat(again.corrections())
                .extracting(each -> each.act())
                .containsExactly("paper-outcome", "paper-stop", "paper-number", "paper-draft");
        assertThat(again.corrections().getFirst().before()).isEqualTo("beschlossen");
    }

    @Test
    void anotherDayOrResultTakesThePlaceOfTheWrongOne() {
        var drafted = done(proposed.draft(DAY));
        assertThat(right(drafted).draft(DAY)).isEqualTo(unchanged());
        assertThat(done(right(drafted).draft(DAY.plusDays(1))).drafted())
                .isEqualTo(DAY.plusDays(1));
        var numbered = done(drafted.number(new Paper.Number("26093-22", DAY)));
        assertThat(right(numbered).draft(DAY.plusDays(1)))
                .isEqualTo(refused(Refusal.BEFORE_DRAFTED));
        var other = new Paper.Number("26094-22", DAY);
        assertThat(done(right(numbered).number(other)).number()).isEqualTo(other);
        var planned = done(numbered.plan("rat", Deliberation.DECIDES, DAY));
        assertThat(done(right(planned).deliberation("rat", Deliberation.ADVISES, DAY)).stops())
                .extracting(Paper.Stop::role)
                .containsExactly(Deliberation.ADVISES);
        var recorded = done(planned.record("rat", "beschlossen", DAY));
        var changed = (Changed<Paper>) right(recorded).outcome("rat", "vertagt", DAY);
        assertThat(changed.facts())
                .containsExactly(
                        new DeliberationRecordCorrected("rat", new PublicText("vertagt"), DAY));
    }

    private static PaperCorrections right(Paper paper) {
        return paper.putRight("verwechselt", DAY.plusDays(9));
    }
}
