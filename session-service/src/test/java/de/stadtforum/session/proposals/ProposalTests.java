package de.stadtforum.session.proposals;

import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;
import static de.stadtforum.session.Example.DAY;
import static de.stadtforum.session.Example.done;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.contracts.session.ProposalFact.Kind;
import de.stadtforum.contracts.session.ProposalFact.ProposalReceived;
import de.stadtforum.contracts.session.ProposalFact.ProposalReturned;
import de.stadtforum.messaging.commands.Decision.Changed;
import de.stadtforum.session.proposals.Proposal.Hearing;
import de.stadtforum.session.proposals.Proposal.Placement;
import de.stadtforum.session.proposals.Proposal.Refusal;
import de.stadtforum.session.proposals.Proposal.Submission;
import org.junit.jupiter.api.Test;

class ProposalTests {
    private final Proposal proposal = done(Proposal.receive(null, "p", submission(true)));

    @Test
    void aTitleThatIsNotReleasedIsNotTold() {
        var decision = (Changed<Proposal>) Proposal.receive(null, "p", submission(false));

        assertThat(decision.facts())
                .containsExactly(
                        new ProposalReceived(
                                "vollversammlung", Kind.OTHER, "lenkungskreis", null, DAY));
    }

    @Test
    void aPostponedProposalCanBePlacedAgainButAHeardOneCannot() {
        var placed = done(proposal.place(new Placement("vv-1", "i-1", DAY)));
        assertThat(placed.place(new Placement("vv-1", "i-1", DAY.plusDays(1))))
                .isEqualTo(unchanged());
        var again = done(placed.place(new Placement("vv-2", "i-1", DAY)));
        var heard = done(again.hear(new Hearing("vv-2", DAY)));

        assertThat(heard.place(new Placement("vv-3", "i-1", DAY)))
                .isEqualTo(refused(Refusal.ALREADY_HEARD));
        assertThat(heard.hear(new Hearing("vv-2", DAY))).isEqualTo(unchanged());
        assertThat(heard.comment(new Proposal.Comment("lenkungskreis", "zu spät", DAY)))
                .isEqualTo(refused(Refusal.ALREADY_HEARD));
    }

    @Test
    void anotherContentUnderTheSameIdIsRefused() {
        assertThat(Proposal.receive(proposal, "p", submission(true))).isEqualTo(unchanged());
        assertThat(Proposal.receive(proposal, "p", submission(false)))
                .isEqualTo(refused(Refusal.OTHER_CONTENT));
    }

    private static Submission submission(boolean publicTitle) {
        return new Submission(
                "vollversammlung", Kind.OTHER, "lenkungskreis", "Titel", publicTitle, "Text", DAY);
    }

    @Test
    void aProposalThatComesOffAnAgendaLiesInTheInboxAgain() {
        var placed = done(proposal.place(new Placement("vv-1", "i-1", DAY)));

        assertThat(((Changed<Proposal>) placed.returned("vv-1", DAY)).facts())
                .containsExactly(new ProposalReturned("vv-1", DAY));
        var back = done(placed.returned("vv-1", DAY));
        assertThat(back.placement()).isNull();
        assertThat(back.returned("vv-1", DAY)).isEqualTo(unchanged());
        assertThat(placed.returned("vv-2", DAY)).isEqualTo(unchanged());
        var heard = done(placed.hear(new Hearing("vv-1", DAY)));
        assertThat(heard.returned("vv-1", DAY)).isEqualTo(unchanged());
    }

    @Test
    void isTakenBackUnlessItStandsOnAnAgendaOrWasHeard() {
        var placed = done(proposal.place(new Placement("vv-1", "i-1", DAY)));
        assertThat(placed.withdraw("x", DAY)).isEqualTo(refused(Refusal.ON_AN_AGENDA));
        var heard = done(placed.hear(new Hearing("vv-1", DAY)));
        assertThat(heard.withdraw("x", DAY)).isEqualTo(refused(Refusal.ALREADY_HEARD));

        var withdrawn = done(proposal.withdraw("doppelt", DAY));
        assertThat(withdrawn.waits()).isFalse();
        assertThat(withdrawn.withdraw("doppelt", DAY)).isEqualTo(unchanged());
        assertThat(withdrawn.place(new Placement("vv-1", "i-1", DAY)))
                .isEqualTo(refused(Refusal.PROPOSAL_WITHDRAWN));
        var early = new Proposal.Comment("lenkungskreis", "zu früh", DAY.minusDays(1));
        assertThat(proposal.comment(early)).isEqualTo(refused(Refusal.COMMENTED_BEFORE_RECEIVED));
    }
}
