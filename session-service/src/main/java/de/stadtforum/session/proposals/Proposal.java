package de.stadtforum.session.proposals;

import static de.stadtforum.messaging.Decision.changed;
import static de.stadtforum.messaging.Decision.refused;
import static de.stadtforum.messaging.Decision.unchanged;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.session.ProposalFact.Kind;
import de.stadtforum.contracts.session.ProposalFact.ProposalCommented;
import de.stadtforum.contracts.session.ProposalFact.ProposalHeard;
import de.stadtforum.contracts.session.ProposalFact.ProposalPlaced;
import de.stadtforum.contracts.session.ProposalFact.ProposalReceived;
import de.stadtforum.messaging.Decision;
import de.stadtforum.messaging.Reason;
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
        @Nullable Hearing heard) {
    static final int MOST_COMMENTS = 200;

    public enum Refusal implements Reason {
        OTHER_CONTENT,
        ALREADY_HEARD,
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

    public Proposal {
        comments = List.copyOf(comments);
    }

    public static Decision<Proposal> receive(
            @Nullable Proposal existing, String id, Submission came) {
        if (existing != null)
            return existing.submission.equals(came) ? unchanged() : refused(Refusal.OTHER_CONTENT);
        return changed(
                new Proposal(id, came, List.of(), null, null),
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
        if (comments.size() >= MOST_COMMENTS) return refused(Refusal.TOO_MANY);
        var all = new ArrayList<>(comments);
        all.add(comment);
        return changed(
                new Proposal(id, submission, all, placement, null),
                new ProposalCommented(comment.by, new PublicText(comment.comment), comment.on));
    }

    public Decision<Proposal> place(Placement placed) {
        if (placement != null
                && placement.meeting.equals(placed.meeting)
                && placement.item.equals(placed.item)) return unchanged();
        if (heard != null) return refused(Refusal.ALREADY_HEARD);
        return changed(
                new Proposal(id, submission, comments, placed, null),
                new ProposalPlaced(placed.meeting, placed.item, placed.on));
    }

    public Decision<Proposal> hear(Hearing hearing) {
        if (hearing.equals(heard)) return unchanged();
        if (heard != null) return refused(Refusal.ALREADY_HEARD);
        return changed(
                new Proposal(id, submission, comments, placement, hearing),
                new ProposalHeard(hearing.meeting, hearing.on));
    }

    public boolean wasHeard() {
        return heard != null;
    }
}
