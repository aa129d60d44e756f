package de.stadtforum.session.proposals;

import static de.stadtforum.messaging.commands.Decision.changed;
import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.session.ProposalFact.Kind;
import de.stadtforum.contracts.session.ProposalFact.ProposalCommented;
import de.stadtforum.contracts.session.ProposalFact.ProposalHeard;
import de.stadtforum.contracts.session.ProposalFact.ProposalPlaced;
import de.stadtforum.contracts.session.ProposalFact.ProposalReceived;
import de.stadtforum.contracts.session.ProposalFact.ProposalReturned;
import de.stadtforum.contracts.session.ProposalFact.ProposalWithdrawn;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Reason;
import de.stadtforum.web.Correction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was put before a body: it lies in the inbox until it is placed on an agenda and heard; a postponed item can be placed again.
public record Proposal(
        String id,
        Submission submission,
        List<Comment> comments,
        @Nullable Placement placement,
        @Nullable Hearing heard,
        @Nullable LocalDate withdrawn,
        List<Correction> corrections) {
    static final int MOST_COMMENTS = 200;

    public enum Refusal implements Reason {
        OTHER_CONTENT,
        ALREADY_HEARD,
        ON_AN_AGENDA,
        PROPOSAL_WITHDRAWN,
        COMMENTED_BEFORE_RECEIVED,
        TOO_MANY
    }

    /// @param source the body, lab, group or institution that it comes from
    /// @param publicTitle whether the title may be told
    /// @param text stays at home
    public record Submission(
            String body,
            Kind kind,
            String source,
            String title,
            boolean publicTitle,
            @Nullable String text,
            LocalDate on) {}

    /// @param by the body that comments (resolution 2.3)
    public record Comment(String by, String comment, LocalDate on) {}

    public record Placement(String meeting, String item, LocalDate on) {}

    public record Hearing(String meeting, LocalDate on) {}

    // yesterday's documents have no corrections
    public Proposal {
        corrections = corrections == null ? List.of() : List.copyOf(corrections);
        comments = List.copyOf(comments);
    }

    public static Decision<Proposal> receive(
            @Nullable Proposal existing, String id, Submission came) {
        if (existing != null)
            return existing.submission.equals(came) ? unchanged() : refused(Refusal.OTHER_CONTENT);
        return changed(
                new Proposal(id, came, List.of(), null, null, null, List.of()),
                new ProposalReceived(
                        came.body,
                        came.kind,
                        came.source,
                        came.publicTitle ? new PublicText(came.title) : null,
                        came.on));
    }

    Decision<Proposal> comment(Comment comment) {
        if (comments.contains(comment)) return unchanged();
        if (heard != null) return refused(Refusal.ALREADY_HEARD);
        if (withdrawn != null) return refused(Refusal.PROPOSAL_WITHDRAWN);
        if (comment.on.isBefore(submission.on)) return refused(Refusal.COMMENTED_BEFORE_RECEIVED);
        if (comments.size() >= MOST_COMMENTS) return refused(Refusal.TOO_MANY);
        var all = new ArrayList<>(comments);
        all.add(comment);
        return changed(
                new Proposal(id, submission, all, placement, null, null, corrections),
                new ProposalCommented(comment.by, new PublicText(comment.comment), comment.on));
    }

    public Decision<Proposal> place(Placement placed) {
        if (placement != null
                && placement.meeting.equals(placed.meeting)
                && placement.item.equals(placed.item)) return unchanged();
        if (heard != null) return refused(Refusal.ALREADY_HEARD);
        if (withdrawn != null) return refused(Refusal.PROPOSAL_WITHDRAWN);
        return changed(
                new Proposal(id, submission, comments, placed, null, null, corrections),
                new ProposalPlaced(placed.meeting, placed.item, placed.on));
    }

    public Decision<Proposal> hear(Hearing hearing) {
        if (hearing.equals(heard)) return unchanged();
        if (heard != null) return refused(Refusal.ALREADY_HEARD);
        return changed(
                new Proposal(id, submission, comments, placement, hearing, withdrawn, corrections),
                new ProposalHeard(hearing.meeting, hearing.on));
    }

    /// It came off this meeting's agenda unheard, and lies in the inbox again.
    public Decision<Proposal> returned(String meeting, LocalDate on) {
        if (placement == null || !placement.meeting.equals(meeting) || heard != null)
            return unchanged();
        return changed(
                new Proposal(id, submission, comments, null, null, withdrawn, corrections),
                new ProposalReturned(meeting, on));
    }

    /// Received by mistake, or taken back; not while it stands on an agenda.
    Decision<Proposal> withdraw(String reason, LocalDate today) {
        if (withdrawn != null)
            return said(reason) ? unchanged() : refused(Refusal.PROPOSAL_WITHDRAWN);
        if (heard != null) return refused(Refusal.ALREADY_HEARD);
        if (placement != null) return refused(Refusal.ON_AN_AGENDA);
        var all = new ArrayList<>(corrections);
        all.add(new Correction("proposal-withdrawn", today, reason, null));
        return changed(
                new Proposal(id, submission, comments, null, null, today, all),
                new ProposalWithdrawn(today));
    }

    private boolean said(String reason) {
        return corrections.stream().anyMatch(each -> each.reason().equals(reason));
    }

    /// Neither heard nor taken back.
    public boolean waits() {
        return heard == null && withdrawn == null;
    }

    public boolean wasHeard() {
        return heard != null;
    }
}
