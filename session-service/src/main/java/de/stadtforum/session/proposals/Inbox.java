package de.stadtforum.session.proposals;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.Filters;
import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.session.rosters.Rights;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Role;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What somebody may read of the inboxes: those of the own bodies; departments and lab teams read all.
@Component
class Inbox {
    private final AggregateStore<Proposal> proposals;
    private final Rights rights;

    Inbox(AggregateStore<Proposal> proposals, Rights rights) {
        this.proposals = proposals;
        this.rights = rights;
    }

    /// @param body null for all bodies
    List<Proposal> list(Actor actor, @Nullable String body) {
        var filter = body == null ? Filters.empty() : eq("state.submission.body", body);
        return proposals.list(filter, descending("state.submission.on", "_id")).stream()
                .filter(proposal -> readable(actor, proposal))
                .toList();
    }

    Optional<Proposal> find(Actor actor, String id) {
        return proposals.find(id).filter(proposal -> readable(actor, proposal));
    }

    private boolean readable(Actor actor, Proposal proposal) {
        return actor.isAny(Role.DEPARTMENT, Role.LAB_TEAM)
                || rights.reads(actor, proposal.submission().body());
    }
}
