package de.stadtforum.reporting;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import de.stadtforum.contracts.lab.ConceptFact;
import de.stadtforum.contracts.lab.ContributionFact;
import de.stadtforum.contracts.lab.LabFact;
import de.stadtforum.contracts.lab.ToolFact;
import de.stadtforum.contracts.membership.BodyFact;
import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.session.FieldFact;
import de.stadtforum.contracts.session.GroupFact;
import de.stadtforum.contracts.session.MeetingFact;
import de.stadtforum.contracts.session.PaperFact;
import de.stadtforum.contracts.session.ProposalFact;
import de.stadtforum.contracts.session.QuestionFact;
import de.stadtforum.contracts.session.RecommendationFact;
import de.stadtforum.contracts.session.RulesFact;
import de.stadtforum.contracts.session.TopicFact;
import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.messaging.feeds.Feeds;
import de.stadtforum.messaging.feeds.Rollup;
import de.stadtforum.messaging.replay.Replays.Snapshot;
import de.stadtforum.reporting.bodies.BodyHistory;
import de.stadtforum.reporting.labs.ConceptHistory;
import de.stadtforum.reporting.labs.ContributionHistory;
import de.stadtforum.reporting.labs.LabContributions;
import de.stadtforum.reporting.labs.LabHistory;
import de.stadtforum.reporting.labs.ToolHistory;
import de.stadtforum.reporting.sessions.FieldHistory;
import de.stadtforum.reporting.sessions.GroupHistory;
import de.stadtforum.reporting.sessions.MeetingHistory;
import de.stadtforum.reporting.sessions.PaperHistory;
import de.stadtforum.reporting.sessions.ProposalHistory;
import de.stadtforum.reporting.sessions.QuestionHistory;
import de.stadtforum.reporting.sessions.RecommendationHistory;
import de.stadtforum.reporting.sessions.RulesHistory;
import de.stadtforum.reporting.sessions.TopicHistory;
import de.stadtforum.reporting.sessions.VoteHistory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The feeds of reporting, one for each kind of aggregate that it hears of.
@Component
public class Histories {
    private final Feed<BodyHistory> bodies;
    private final Feed<MeetingHistory> meetings;
    private final Feed<VoteHistory> votes;
    private final Feed<ProposalHistory> proposals;
    private final Feed<RecommendationHistory> recommendations;
    private final Feed<RulesHistory> rules;
    private final Feed<FieldHistory> fields;
    private final Feed<GroupHistory> groups;
    private final Feed<PaperHistory> papers;
    private final Feed<TopicHistory> topics;
    private final Feed<QuestionHistory> questions;
    private final Feed<ConceptHistory> concepts;
    private final Feed<LabHistory> labs;
    private final Feed<ContributionHistory> contributions;
    private final Rollup<ContributionHistory, LabContributions.Line, LabContributions> byLab;
    private final Feed<ToolHistory> tools;
    private final LoadingCache<String, World> lately;

    /// @param fresh so old may be what open pages are computed from: however many ask, it is read once in that time
    Histories(Feeds feeds, @Value("${stadtforum.reporting.fresh:2s}") Duration fresh) {
        lately = Caffeine.newBuilder().expireAfterWrite(fresh).build(_ -> now());
        bodies = feeds.of(BodyFact.class).into("bodies", BodyHistory.NONE, BodyHistory::after);
        meetings =
                feeds.of(MeetingFact.class)
                        .into("meetings", MeetingHistory.NONE, MeetingHistory::after);
        votes = feeds.of(VotingFact.class).into("votes", VoteHistory.NONE, VoteHistory::after);
        proposals =
                feeds.of(ProposalFact.class)
                        .into("proposals", ProposalHistory.NONE, ProposalHistory::after);
        recommendations =
                feeds.of(RecommendationFact.class)
                        .into(
                                "recommendations",
                                RecommendationHistory.NONE,
                                RecommendationHistory::after);
        rules = feeds.of(RulesFact.class).into("rules", RulesHistory.NONE, RulesHistory::after);
        fields = feeds.of(FieldFact.class).into("fields", FieldHistory.NONE, FieldHistory::after);
        groups = feeds.of(GroupFact.class).into("groups", GroupHistory.NONE, GroupHistory::after);
        papers = feeds.of(PaperFact.class).into("papers", PaperHistory.NONE, PaperHistory::after);
        topics = feeds.of(TopicFact.class).into("topics", TopicHistory.NONE, TopicHistory::after);
        questions =
                feeds.of(QuestionFact.class)
                        .into("questions", QuestionHistory.NONE, QuestionHistory::after);
        concepts =
                feeds.of(ConceptFact.class)
                        .into("concepts", ConceptHistory.NONE, ConceptHistory::after);
        labs = feeds.of(LabFact.class).into("labs", LabHistory.NONE, LabHistory::after);
        contributions =
                feeds.of(ContributionFact.class)
                        .version(2) // since it keeps numbers by lab
                        .formerly(1, ContributionHistory.NONE, ContributionHistory::after)
                        .into(
                                "contributions",
                                ContributionHistory.NONE,
                                ContributionHistory::after);
        byLab = contributions.rolledUp(LabContributions.BY_LAB);
        tools = feeds.of(ToolFact.class).into("tools", ToolHistory.NONE, ToolHistory::after);
    }

    public List<Feed<?>> all() {
        return List.of(
                bodies,
                meetings,
                votes,
                proposals,
                recommendations,
                rules,
                fields,
                groups,
                papers,
                topics,
                questions,
                concepts,
                labs,
                contributions,
                tools);
    }

    /// What open pages are computed from.
    public World lately() {
        return lately.get("");
    }

    public World now() {
        return world(
                new Reading() {
                    @Override
                    public <P> Feed<P> of(Feed<P> feed) {
                        return feed;
                    }
                });
    }

    public World at(Snapshot snapshot) {
        return world(
                new Reading() {
                    @Override
                    public <P> Feed<P> of(Feed<P> feed) {
                        return snapshot.of(feed);
                    }
                });
    }

    /// A body's name without reading the rest of the world; no id where it is not known yet.
    public String nameOf(String body) {
        return bodies.find(body)
                .map(BodyHistory::name)
                .filter(name -> !name.isEmpty())
                .orElse(World.NAMELESS);
    }

    /// The first day of the assembly, since when the process runs.
    public Optional<LocalDate> begun() {
        var days = new ArrayList<LocalDate>();
        bodies.few().values().stream()
                .filter(each -> each.state().kind() == BodyKind.ASSEMBLY)
                .forEach(each -> {
                    if (each.state().from() != null) days.add(each.state().from());
                });
        return days.stream().min(Comparator.naturalOrder());
    }

    /// The names of all bodies of this kind, by id.
    public SortedMap<String, String> names(BodyKind kind) {
        var names = new TreeMap<String, String>();
        bodies.few().values().stream()
                .filter(each -> each.state().kind() == kind)
                .forEach(each -> names.put(each.id(), each.state().name()));
        return names;
    }

    private interface Reading {
        <P> Feed<P> of(Feed<P> feed);
    }

    private World world(Reading reading) {
        return new World(
                all(reading.of(bodies)),
                all(reading.of(meetings)),
                all(reading.of(votes)),
                all(reading.of(proposals)),
                all(reading.of(recommendations)),
                all(reading.of(rules)),
                all(reading.of(fields)),
                all(reading.of(groups)),
                all(reading.of(papers)),
                all(reading.of(topics)),
                all(reading.of(questions)),
                all(reading.of(concepts)),
                all(reading.of(labs)),
                new TreeMap<>(reading.of(contributions).same(byLab).all()),
                all(reading.of(tools)));
    }

    private static <P> SortedMap<String, P> all(Feed<P> feed) {
        var all = new TreeMap<String, P>();
        feed.all().forEach(known -> all.put(known.id(), known.state()));
        return all;
    }
}
