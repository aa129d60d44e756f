package de.stadtforum.session.proposals;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Filters;
import de.stadtforum.contracts.session.ProposalFact.Kind;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.messaging.documents.Slice;
import de.stadtforum.session.rosters.Names;
import de.stadtforum.session.rosters.Rights;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Denied;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What somebody may read of the inboxes and put into them: of the own bodies; departments and the steering group read all.
@Component
public class Inbox {
    private static final String BODY = "state.submission.body";
    private static final Set<Kind> FROM_A_LAB = EnumSet.of(Kind.LAB_RESULT, Kind.FIELD);

    private final AggregateStore<Proposal> proposals;
    private final Rights rights;
    private final Names names;
    private final Clock clock;

    Inbox(AggregateStore<Proposal> proposals, Rights rights, Names names, Clock clock) {
        this.names = names;
        this.proposals = proposals;
        this.rights = rights;
        this.clock = clock;
    }

    /// What somebody may read of what came to a body, the newest first.
    ///
    /// @param from null for the first
    public Slice<Proposal> slice(Actor actor, String body, @Nullable String from, int limit) {
        return proposals.slice(
                readable(actor, body), Order.descending("state.submission.on"), from, limit);
    }

    /// Which of them the actor may read, for the database.
    ///
    /// @param body null for all bodies
    Bson readable(Actor actor, @Nullable String body) {
        var all = new ArrayList<Bson>();
        if (body != null) all.add(eq(BODY, body));
        if (!readsAll(actor)) {
            var inside = in(BODY, rights.readBy(actor));
            var fromALab =
                    in("state.submission.kind", FROM_A_LAB.stream().map(Kind::name).toList());
            all.add(actor.is(Role.LAB_TEAM) ? or(inside, fromALab) : inside);
        }
        return all.isEmpty() ? Filters.empty() : and(all);
    }

    private boolean readsAll(Actor actor) {
        return actor.is(Role.DEPARTMENT)
                || rights.readsEverywhere(actor)
                || rights.ofASteeringGroup(actor);
    }

    Optional<Proposal> find(Actor actor, String id) {
        return proposals.find(id).filter(proposal -> readable(actor, proposal));
    }

    /// A lab's team reads what became of labs' results and proposals (resolution 5.7).
    private boolean readable(Actor actor, Proposal proposal) {
        var came = proposal.submission();
        return FROM_A_LAB.contains(came.kind()) && actor.is(Role.LAB_TEAM)
                || rights.reads(actor, came.body())
                || readsAll(actor);
    }

    public Decision<Proposal> receive(Actor actor, String id, Proposal.Submission came) {
        needForSource(actor, came.body(), came.source());
        names.needBody("body", came.body());
        return proposals.create(id, known -> Proposal.receive(known, id, came));
    }

    /// The receiving body's office, or who speaks for the source that it came from.
    public Decision<Proposal> withdraw(Actor actor, String id, String reason) {
        var came = proposals.find(id).orElseThrow(Missing::new).submission();
        if (!mayWithdraw(actor, came))
            throw Denied.to(
                    actor, Role.SECRETARIAT, Role.CHAIR, Role.MEMBER, Role.DEPUTY, Role.DEPARTMENT);
        return proposals.decide(id, proposal -> proposal.withdraw(reason, today()));
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
    }

    /// Whether the page offers to take it back.
    public boolean mayWithdraw(Actor actor, Proposal.Submission came) {
        return rights.in(came.body()).givesAny(actor, Role.SECRETARIAT, Role.CHAIR)
                || !came.source().equals(came.body()) && rights.speaksFor(actor, came.source())
                || actor.is(Role.DEPARTMENT, came.source());
    }

    /// Whoever speaks for the body that receives it or for the source that it comes from.
    public void needForSource(Actor actor, String body, String source) {
        if (!rights.speaksFor(actor, body)
                && !rights.speaksFor(actor, source)
                && !actor.is(Role.DEPARTMENT, source))
            throw Denied.to(
                    actor, Role.SECRETARIAT, Role.CHAIR, Role.MEMBER, Role.DEPUTY, Role.DEPARTMENT);
    }

    /// The receiving body's secretariat files what came from elsewhere; steering group and departments comment for themselves (resolution 2.3).
    public Decision<Proposal> comment(Actor actor, String id, Proposal.Comment comment) {
        var body = proposals.find(id).map(proposal -> proposal.submission().body()).orElse("");
        var files = rights.in(body).gives(actor, Role.SECRETARIAT);
        if (!files
                && !actor.is(Role.DEPARTMENT, comment.by())
                && !(rights.isSteeringGroup(comment.by()) && rights.speaksFor(actor, comment.by())))
            throw Denied.to(
                    actor, Role.SECRETARIAT, Role.CHAIR, Role.MEMBER, Role.DEPUTY, Role.DEPARTMENT);
        if (!actor.is(Role.DEPARTMENT, comment.by())) names.needBody("by", comment.by());
        return proposals.decide(id, proposal -> proposal.comment(comment));
    }

    /// Whether the page offers the form.
    public boolean comments(Actor actor, String body) {
        return rights.in(body).gives(actor, Role.SECRETARIAT)
                || actor.is(Role.DEPARTMENT)
                || rights.ofASteeringGroup(actor);
    }
}
