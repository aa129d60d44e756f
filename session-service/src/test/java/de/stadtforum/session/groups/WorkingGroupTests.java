package de.stadtforum.session.groups;

import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;
import static de.stadtforum.session.Example.DAY;
import static de.stadtforum.session.Example.done;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.session.GroupFact.ContactShared;
import de.stadtforum.contracts.session.GroupFact.DateWithdrawn;
import de.stadtforum.contracts.session.GroupFact.FieldAssigned;
import de.stadtforum.contracts.session.GroupFact.GroupFormed;
import de.stadtforum.contracts.session.GroupFact.NoteShared;
import de.stadtforum.messaging.commands.Decision.Changed;
import de.stadtforum.session.groups.WorkingGroup.Decided;
import de.stadtforum.session.groups.WorkingGroup.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkingGroupTests {
    private final Decided vote = new Decided("v", DAY);
    private final WorkingGroup group =
            done(WorkingGroup.form(null, "ag-licht", "AG Licht", List.of("licht"), vote));

    @Test
    void isFormedWithItsFieldsByOneDecision() {
        var formed =
                (Changed<WorkingGroup>)
                        WorkingGroup.form(null, "ag-licht", "AG Licht", List.of("licht"), vote);

        assertThat(formed.facts())
                .containsExactly(
                        new GroupFormed(new PublicText("AG Licht"), "v", DAY),
                        new FieldAssigned("licht", DAY));
        assertThat(WorkingGroup.form(group, "ag-licht", "AG Licht", List.of("licht"), vote))
                .isEqualTo(unchanged());
    }

    @Test
    void whatIsSharedInTheRoomIsToldWithoutItsWords() {
        var noted = (Changed<WorkingGroup>) group.share(new Room.Note("n", "Vertraulich", DAY));
        var contact =
                (Changed<WorkingGroup>) group.share("p-a", new Room.Contact("a@example.org", DAY));

        assertThat(noted.facts()).containsExactly(new NoteShared(DAY));
        assertThat(contact.facts()).containsExactly(new ContactShared("p-a", DAY));
    }

    @Test
    void consentIsTakenBackAtAnyTime() {
        var shared = done(group.share("p-a", new Room.Contact("a@example.org", DAY)));

        assertThat(done(shared.withdrawContact("p-a", DAY)).room().contacts()).isEmpty();
        assertThat(group.withdrawContact("p-a", DAY)).isEqualTo(unchanged());
    }

    @Test
    void anEndedGroupTakesNoMoreWork() {
        var ended = done(group.end(new Decided("w", DAY.plusDays(9))));

        assertThat(ended.assign("plaetze", DAY)).isEqualTo(refused(Refusal.GROUP_ENDED));
        assertThat(ended.share(new Room.Note("n", "zu spät", DAY)))
                .isEqualTo(refused(Refusal.GROUP_ENDED));
        assertThat(ended.end(new Decided("w", DAY.plusDays(9)))).isEqualTo(unchanged());
    }

    @Test
    void aDateIsTakenBackWithAReason() {
        var found = done(group.find(DAY.plusDays(5)));

        var dropped = (Changed<WorkingGroup>) found.drop(DAY.plusDays(5), "Raum vergeben", DAY);
        assertThat(dropped.facts()).containsExactly(new DateWithdrawn(DAY.plusDays(5)));
        assertThat(dropped.state().room().dates()).isEmpty();
        assertThat(dropped.state().room().corrections()).hasSize(1);
        assertThat(dropped.state().drop(DAY.plusDays(5), "Raum vergeben", DAY))
                .isEqualTo(unchanged());
    }

    @Test
    void nothingOfItsWorkLiesBeforeItWasFormed() {
        var before = group.formed().on().minusDays(1);
        assertThat(group.assign("neu", before)).isEqualTo(refused(Refusal.BEFORE_THE_GROUP));
        assertThat(group.find(before)).isEqualTo(refused(Refusal.BEFORE_THE_GROUP));
        assertThat(group.share(new Room.Note("n", "x", before)))
                .isEqualTo(refused(Refusal.BEFORE_THE_GROUP));
        assertThat(group.share("p", new Room.Contact("x", before)))
                .isEqualTo(refused(Refusal.BEFORE_THE_GROUP));
        assertThat(group.report(new WorkingGroup.Report("vv", before)))
                .isEqualTo(refused(Refusal.BEFORE_THE_GROUP));
    }

    // B43: a note, a field that was assigned later and a report are taken back; what the group was
    // formed for stays
    @Test
    void whatWasEnteredByMistakeIsTakenBack() {
        var noted = done(group.share(new Room.Note("n", "Vertraulich", DAY)));
        var without = done(noted.withdrawNote("n", "falsche Gruppe", DAY));
        assertThat(without.room().notes()).isEmpty();
        assertThat(without.room().corrections()).hasSize(1);
        assertThat(without.withdrawNote("n", "falsche Gruppe", DAY)).isEqualTo(unchanged());
        assertThat(group.withdrawNote("n", "x", DAY)).isEqualTo(refused(Refusal.NOTE_UNKNOWN));

        var assigned = done(group.assign("parks", DAY));
        assertThat(done(assigned.withdrawField("parks", "verwechselt", DAY)).fields())
                .isEqualTo(group.fields());
        assertThat(assigned.withdrawField(group.fields().first(), "x", DAY))
                .isEqualTo(refused(Refusal.FIELD_OF_THE_DECISION));

        var report = new WorkingGroup.Report("vv-1", DAY);
        var reported = done(group.report(report));
        var taken = done(reported.withdrawReport(report, "andere Sitzung", DAY));
        assertThat(taken.reports()).isEmpty();
        assertThat(taken.withdrawReport(report, "andere Sitzung", DAY)).isEqualTo(unchanged());
        assertThat(group.withdrawReport(report, "x", DAY))
                .isEqualTo(refused(Refusal.REPORT_UNKNOWN));
    }
}
