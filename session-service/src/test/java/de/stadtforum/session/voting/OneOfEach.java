package de.stadtforum.session.voting;

import static java.time.ZoneOffset.UTC;

import de.stadtforum.contracts.session.PaperFact.Deliberation;
import de.stadtforum.contracts.session.PaperFact.DeliberationPlanned;
import de.stadtforum.contracts.session.RecommendationFact.Addressee;
import de.stadtforum.contracts.session.VotingFact.Mode;
import de.stadtforum.contracts.session.VotingFact.Subject;
import de.stadtforum.contracts.session.VotingFact.VoteOpened;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.session.Client;
import de.stadtforum.session.groups.WorkingGroup;
import de.stadtforum.session.motions.Motion;
import de.stadtforum.session.papers.Paper;
import de.stadtforum.session.recommendations.Recommendation;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/// One of everything that a path names, without the meetings and decisions that bring it about: `m`, `t`, `v`, `g`, `p`, `r`.
public final class OneOfEach {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 5);
    private static final String ASSEMBLY = "vollversammlung";

    private final Client client;
    private final AggregateStore<Vote> votes;
    private final AggregateStore<WorkingGroup> groups;
    private final AggregateStore<Paper> papers;
    private final AggregateStore<Recommendation> recommendations;

    OneOfEach(
            Client client,
            AggregateStore<Vote> votes,
            AggregateStore<WorkingGroup> groups,
            AggregateStore<Paper> papers,
            AggregateStore<Recommendation> recommendations) {
        this.client = client;
        this.votes = votes;
        this.groups = groups;
        this.papers = papers;
        this.recommendations = recommendations;
    }

    public void store() {
        client.put(
                Client.OFFICE, "/meetings/m", "{'body':'" + ASSEMBLY + "','date':'" + DAY + "'}");
        client.put(
                Client.OFFICE,
                "/topics/t",
                "{'body':'" + ASSEMBLY + "','title':'Fortentwicklung','on':'" + DAY + "'}");
        votes.create("v", known -> known == null ? vote() : Decision.unchanged());
        groups.create(
                "g",
                known ->
                        WorkingGroup.form(
                                known, "g", "AG", List.of(), new WorkingGroup.Decided("v", DAY)));
        papers.create("p", known -> known == null ? paper() : Decision.unchanged());
        var made =
                new Recommendation.Made(
                        ASSEMBLY, Addressee.COMMITTEE, "abooab", "Mehr Licht.", "v", DAY, null);
        recommendations.create("r", known -> Recommendation.make(known, "r", made));
    }

    private static Decision<Vote> vote() {
        var question =
                new Vote.Question(
                        ASSEMBLY, "m", "i-1", Mode.OPEN, new Motion.Procedural("Pause"), DAY);
        return Decision.changed(
                new Vote("v", question, true, new TreeMap<>(), DAY.atTime(17, 0).toInstant(UTC)),
                new VoteOpened(ASSEMBLY, "m", "i-1", Subject.PROCEDURE, Mode.OPEN, 0));
    }

    private static Decision<Paper> paper() {
        var stop = new Paper.Stop("abooab", Deliberation.ADVISES, DAY, null, null);
        return Decision.changed(
                new Paper(
                        "p",
                        new Paper.Proposed(ASSEMBLY, "Licht", "v", DAY),
                        null,
                        null,
                        List.of(stop)),
                new DeliberationPlanned("abooab", Deliberation.ADVISES, DAY));
    }
}
