package de.stadtforum.reporting;

import com.github.benmanes.caffeine.cache.LoadingCache;
import de.stadtforum.contracts.Fact;
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
import de.stadtforum.messaging.feeds.Recorded;
import de.stadtforum.messaging.feeds.Rollup;
import de.stadtforum.messaging.replay.Replays.Snapshot;
import de.stadtforum.reporting.bodies.BodyEntries;
import de.stadtforum.reporting.calculation.v1.BodyHistory;
import de.stadtforum.reporting.calculation.v1.ConceptHistory;
import de.stadtforum.reporting.calculation.v1.ContributionHistory;
import de.stadtforum.reporting.calculation.v1.FieldHistory;
import de.stadtforum.reporting.calculation.v1.GroupHistory;
import de.stadtforum.reporting.calculation.v1.LabHistory;
import de.stadtforum.reporting.calculation.v1.MeetingHistory;
import de.stadtforum.reporting.calculation.v1.PaperHistory;
import de.stadtforum.reporting.calculation.v1.ProposalHistory;
import de.stadtforum.reporting.calculation.v1.QuestionHistory;
import de.stadtforum.reporting.calculation.v1.RecommendationHistory;
import de.stadtforum.reporting.calculation.v1.RulesHistory;
import de.stadtforum.reporting.calculation.v1.ToolHistory;
import de.stadtforum.reporting.calculation.v1.TopicHistory;
import de.stadtforum.reporting.calculation.v1.VoteHistory;
import de.stadtforum.reporting.entries.AggregateEntries;
import de.stadtforum.reporting.entries.AggregateEntries.Together;
import de.stadtforum.reporting.entries.ContributionCounts;
import de.stadtforum.reporting.entries.ContributionEntries;
import de.stadtforum.reporting.entries.Entry;
import de.stadtforum.reporting.entries.Knowledge;
import de.stadtforum.reporting.labs.ConceptEntries;
import de.stadtforum.reporting.labs.LabEntries;
import de.stadtforum.reporting.labs.ToolEntries;
import de.stadtforum.reporting.sessions.FieldEntries;
import de.stadtforum.reporting.sessions.GroupEntries;
import de.stadtforum.reporting.sessions.MeetingEntries;
import de.stadtforum.reporting.sessions.PaperEntries;
import de.stadtforum.reporting.sessions.ProposalEntries;
import de.stadtforum.reporting.sessions.QuestionEntries;
import de.stadtforum.reporting.sessions.RecommendationEntries;
import de.stadtforum.reporting.sessions.RulesEntries;
import de.stadtforum.reporting.sessions.TopicEntries;
import de.stadtforum.reporting.sessions.VoteEntries;
import de.stadtforum.reporting.words.Words;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The feeds of reporting, one for each kind of aggregate that it hears of, and what is known by them.
@Component
public class KnowledgeFeeds {
    private final Map<Feed<AggregateEntries>, Rollup<AggregateEntries, AggregateEntries, Together>>
            byYear = new LinkedHashMap<>();
    private final Words words;
    private final Feed<ContributionEntries> contributions;
    private final Rollup<ContributionEntries, List<ContributionCounts.Count>, ContributionCounts>
            byLab;
    private final LoadingCache<String, Read> lately;

    /// @param fresh so old may be what open pages are computed from: however many ask, it is read once in that time
    KnowledgeFeeds(
            Feeds feeds, Words words, @Value("${stadtforum.reporting.fresh:2s}") Duration fresh) {
        this.words = words;
        lately = Lately.cache(fresh, 1, _ -> read());
        keep(
                feeds.of(BodyFact.class).formerly(1, BodyHistory.NONE, BodyHistory::after),
                "bodies",
                BodyEntries::after);
        keep(
                feeds.of(MeetingFact.class).formerly(1, MeetingHistory.NONE, MeetingHistory::after),
                "meetings",
                MeetingEntries::after);
        keep(
                feeds.of(VotingFact.class).formerly(1, VoteHistory.NONE, VoteHistory::after),
                "votes",
                VoteEntries::after);
        keep(
                feeds.of(ProposalFact.class)
                        .formerly(1, ProposalHistory.NONE, ProposalHistory::after),
                "proposals",
                ProposalEntries::after);
        keep(
                feeds.of(RecommendationFact.class)
                        .formerly(1, RecommendationHistory.NONE, RecommendationHistory::after),
                "recommendations",
                RecommendationEntries::after);
        keep(
                feeds.of(RulesFact.class).formerly(1, RulesHistory.NONE, RulesHistory::after),
                "rules",
                RulesEntries::after);
        keep(
                feeds.of(FieldFact.class).formerly(1, FieldHistory.NONE, FieldHistory::after),
                "fields",
                FieldEntries::after);
        keep(
                feeds.of(GroupFact.class).formerly(1, GroupHistory.NONE, GroupHistory::after),
                "groups",
                GroupEntries::after);
        keep(
                feeds.of(PaperFact.class).formerly(1, PaperHistory.NONE, PaperHistory::after),
                "papers",
                PaperEntries::after);
        keep(
                feeds.of(TopicFact.class).formerly(1, TopicHistory.NONE, TopicHistory::after),
                "topics",
                TopicEntries::after);
        keep(
                feeds.of(QuestionFact.class)
                        .formerly(1, QuestionHistory.NONE, QuestionHistory::after),
                "questions",
                QuestionEntries::after);
        keep(
                feeds.of(ConceptFact.class).formerly(1, ConceptHistory.NONE, ConceptHistory::after),
                "concepts",
                ConceptEntries::after);
        keep(
                feeds.of(LabFact.class).formerly(1, LabHistory.NONE, LabHistory::after),
                "labs",
                LabEntries::after);
        keep(
                feeds.of(ToolFact.class).formerly(1, ToolHistory.NONE, ToolHistory::after),
                "tools",
                ToolEntries::after);
        contributions =
                feeds.of(ContributionFact.class)
                        .version(3) // since a day answers as it was known then
                        .formerly(1, ContributionHistory.NONE, ContributionHistory::after)
                        .formerly(2, ContributionHistory.NONE, ContributionHistory::after)
                        .intoRecorded(
                                "contributions",
                                ContributionEntries.NONE,
                                ContributionEntries::after);
        byLab = contributions.rolledUp(ContributionCounts.BY_LAB);
    }

    /// Everything of one kind is kept by year, so that a page reads what changed.
    private <F extends Fact> void keep(
            Feeds.Source<F> source,
            String name,
            BiFunction<AggregateEntries, Recorded<F>, AggregateEntries> after) {
        // since entries are dated
        var feed = source.version(2).intoRecorded(name, AggregateEntries.NONE, after);
        byYear.put(feed, feed.rolledUp(AggregateEntries.BY_YEAR));
    }

    public List<Feed<?>> all() {
        var all = new ArrayList<Feed<?>>(byYear.keySet());
        all.add(contributions);
        return all;
    }

    /// @param entries of all aggregates, in no order
    /// @param newest what is known of them now
    private record Read(
            List<Entry> entries,
            SortedMap<String, ContributionCounts> contributions,
            Knowledge newest) {
        static Read of(List<Entry> entries, SortedMap<String, ContributionCounts> contributions) {
            return new Read(
                    entries,
                    contributions,
                    new Knowledge(entries.stream(), contributions, LocalDate.MAX));
        }

        Knowledge with(Stream<Entry> more, LocalDate known) {
            return new Knowledge(Stream.concat(entries.stream(), more), contributions, known);
        }
    }

    /// The first reading is the whole of it and takes seconds in a large city: nobody is to wait for that. Pages read what changed since, and are given nothing
    /// that is as old as the start.
    @EventListener(ApplicationReadyEvent.class)
    void readAhead() {
        Thread.ofVirtual().name("read-ahead").start(this::now);
    }

    /// What open pages are computed from.
    public Knowledge lately() {
        return lately.get("").newest;
    }

    /// As it was known at the end of that day, and what else is to be known.
    public Knowledge lately(Stream<Entry> more, LocalDate known) {
        return lately.get("").with(more, known);
    }

    /// Of all aggregates, also what was withdrawn; in no order.
    public List<Entry> entries() {
        return lately.get("").entries;
    }

    /// As it is stored now.
    public Knowledge now() {
        return read().newest;
    }

    public Knowledge at(Snapshot snapshot) {
        return read(new Reading() {
                    @Override
                    public <P> Feed<P> of(Feed<P> feed) {
                        return snapshot.of(feed);
                    }
                })
                .newest;
    }

    /// A body's name; no id where it is not known yet.
    public String nameOf(String body) {
        return lately().nameOf(body).orElseGet(() -> words.of("body.nameless"));
    }

    /// The first day of the assembly, since when the process runs.
    public Optional<LocalDate> begun() {
        return begun(lately());
    }

    public static Optional<LocalDate> begun(Knowledge known) {
        return known.bodies(BodyKind.ASSEMBLY).findFirst().map(Entry::on);
    }

    /// The ids of all bodies of this kind.
    public List<String> bodies(BodyKind kind) {
        return lately().bodies(kind).map(Entry::subject).toList();
    }

    private interface Reading {
        <P> Feed<P> of(Feed<P> feed);
    }

    private Read read() {
        return read(
                new Reading() {
                    @Override
                    public <P> Feed<P> of(Feed<P> feed) {
                        return feed;
                    }
                });
    }

    private Read read(Reading reading) {
        var entries = new ArrayList<Entry>();
        byYear.forEach((feed, kept) ->
                reading.of(feed)
                        .same(kept)
                        .all()
                        .values()
                        .forEach(together -> entries.addAll(together.entries())));
        return Read.of(entries, new TreeMap<>(reading.of(contributions).same(byLab).all()));
    }
}
