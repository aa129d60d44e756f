package de.stadtforum.reporting.entries;

import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.lab.ConceptFact;
import de.stadtforum.contracts.lab.ContributionFact;
import de.stadtforum.contracts.lab.LabFact;
import de.stadtforum.contracts.lab.ToolFact;
import de.stadtforum.contracts.membership.BodyFact;
import de.stadtforum.contracts.reporting.FinalReportFact.FinalReportPresented;
import de.stadtforum.contracts.reporting.ReportFact.ReportDelivered;
import de.stadtforum.contracts.reporting.ReportFact.ReportReleased;
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
import de.stadtforum.messaging.feeds.Recorded;
import de.stadtforum.reporting.bodies.BodyEntries;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What is known after facts that were recorded on certain days, without a log.
public final class Told {
    private final Map<String, AggregateEntries> byAggregate = new TreeMap<>();
    private final Map<String, ContributionEntries> contributions = new TreeMap<>();
    private final List<Entry> more = new ArrayList<>();
    private final Map<String, String> periods = new TreeMap<>();
    private Instant at = Instant.parse("2024-01-01T12:00:00Z");

    /// From here on facts are recorded on that day.
    public Told on(String day) {
        return at(LocalDate.parse(day).atTime(12, 0).toInstant(ZoneOffset.UTC));
    }

    public Told at(Instant recorded) {
        at = recorded;
        return this;
    }

    public Told also(Stream<Entry> entries) {
        entries.forEach(more::add);
        return this;
    }

    public Told told(String aggregate, Fact... facts) {
        for (var fact : facts) take(aggregate, fact);
        return this;
    }

    private void take(String id, Fact fact) {
        if (fact instanceof ContributionFact it) {
            contributions.merge(
                    id,
                    ContributionEntries.after(ContributionEntries.NONE, recorded(id, it)),
                    (before, _) -> ContributionEntries.after(before, recorded(id, it)));
            return;
        }
        var before = byAggregate.getOrDefault(id, AggregateEntries.NONE);
        byAggregate.put(
                id,
                switch (fact) {
                    case BodyFact it -> BodyEntries.after(before, recorded(id, it));
                    case MeetingFact it -> MeetingEntries.after(before, recorded(id, it));
                    case VotingFact it -> VoteEntries.after(before, recorded(id, it));
                    case ProposalFact it -> ProposalEntries.after(before, recorded(id, it));
                    case RecommendationFact it ->
                            RecommendationEntries.after(before, recorded(id, it));
                    case RulesFact it -> RulesEntries.after(before, recorded(id, it));
                    case FieldFact it -> FieldEntries.after(before, recorded(id, it));
                    case GroupFact it -> GroupEntries.after(before, recorded(id, it));
                    case PaperFact it -> PaperEntries.after(before, recorded(id, it));
                    case TopicFact it -> TopicEntries.after(before, recorded(id, it));
                    case QuestionFact it -> QuestionEntries.after(before, recorded(id, it));
                    case ConceptFact it -> ConceptEntries.after(before, recorded(id, it));
                    case LabFact it -> LabEntries.after(before, recorded(id, it));
                    case ToolFact it -> ToolEntries.after(before, recorded(id, it));
                    case ReportDelivered it -> {
                        reported(EntryKind.REPORT_DELIVERED, id, it.body(), it.on());
                        yield before;
                    }
                    case FinalReportPresented it -> {
                        reported(EntryKind.FINAL_REPORT_PRESENTED, id, it.body(), it.on());
                        yield before;
                    }
                    case ReportReleased it -> {
                        periods.put(id, it.halfYear());
                        yield before;
                    }
                    default -> before;
                });
    }

    private void reported(EntryKind kind, String report, String body, LocalDate on) {
        more.add(
                new Entry(
                        kind,
                        report,
                        body,
                        on,
                        null,
                        AggregateEntries.marks("period", periods.get(report)),
                        on,
                        null));
    }

    private <F extends Fact> Recorded<F> recorded(String id, F fact) {
        return new Recorded<>(id, 0, "/test", at, fact);
    }

    public Knowledge known() {
        return knownOn(LocalDate.MAX);
    }

    /// What was known at the end of that day.
    public Knowledge knownOn(LocalDate day) {
        var byLab = new TreeMap<String, List<List<ContributionCounts.Count>>>();
        contributions.values().stream()
                .filter(each -> !each.lab().isEmpty())
                .forEach(each ->
                        byLab.computeIfAbsent(each.lab(), _ -> new ArrayList<>())
                                .add(each.counts()));
        var counts = new TreeMap<String, ContributionCounts>();
        byLab.forEach((lab, lines) -> counts.put(lab, ContributionCounts.of(lines)));
        return new Knowledge(
                Stream.concat(
                        byAggregate.values().stream().flatMap(each -> each.entries().stream()),
                        more.stream()),
                counts,
                day);
    }
}
