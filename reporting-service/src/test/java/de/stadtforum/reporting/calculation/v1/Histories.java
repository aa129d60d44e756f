package de.stadtforum.reporting.calculation.v1;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.lab.ConceptFact;
import de.stadtforum.contracts.lab.ContributionFact;
import de.stadtforum.contracts.lab.LabFact;
import de.stadtforum.contracts.lab.ToolFact;
import de.stadtforum.contracts.membership.BodyFact;
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
import java.util.TreeMap;

/// What the first calculation knows after facts, without a log.
public final class Histories {
    private final TreeMap<String, BodyHistory> bodies = new TreeMap<>();
    private final TreeMap<String, MeetingHistory> meetings = new TreeMap<>();
    private final TreeMap<String, VoteHistory> votes = new TreeMap<>();
    private final TreeMap<String, ProposalHistory> proposals = new TreeMap<>();
    private final TreeMap<String, RecommendationHistory> recommendations = new TreeMap<>();
    private final TreeMap<String, RulesHistory> rules = new TreeMap<>();
    private final TreeMap<String, FieldHistory> fields = new TreeMap<>();
    private final TreeMap<String, GroupHistory> groups = new TreeMap<>();
    private final TreeMap<String, PaperHistory> papers = new TreeMap<>();
    private final TreeMap<String, TopicHistory> topics = new TreeMap<>();
    private final TreeMap<String, QuestionHistory> questions = new TreeMap<>();
    private final TreeMap<String, ConceptHistory> concepts = new TreeMap<>();
    private final TreeMap<String, LabHistory> labs = new TreeMap<>();
    private final TreeMap<String, ContributionHistory> contributions = new TreeMap<>();
    private final TreeMap<String, ToolHistory> tools = new TreeMap<>();

    public void take(String id, Fact fact) {
        switch (fact) {
            case BodyFact it -> bodies.put(id, bodies.getOrDefault(id, BodyHistory.NONE).after(it));
            case MeetingFact it ->
                    meetings.put(id, meetings.getOrDefault(id, MeetingHistory.NONE).after(it));
            case VotingFact it -> votes.put(id, votes.getOrDefault(id, VoteHistory.NONE).after(it));
            case ProposalFact it ->
                    proposals.put(id, proposals.getOrDefault(id, ProposalHistory.NONE).after(it));
            case RecommendationFact it ->
                    recommendations.put(
                            id,
                            recommendations.getOrDefault(id, RecommendationHistory.NONE).after(it));
            case RulesFact it -> rules.put(id, rules.getOrDefault(id, RulesHistory.NONE).after(it));
            case FieldFact it ->
                    fields.put(id, fields.getOrDefault(id, FieldHistory.NONE).after(it));
            case GroupFact it ->
                    groups.put(id, groups.getOrDefault(id, GroupHistory.NONE).after(it));
            case PaperFact it ->
                    papers.put(id, papers.getOrDefault(id, PaperHistory.NONE).after(it));
            case TopicFact it ->
                    topics.put(id, topics.getOrDefault(id, TopicHistory.NONE).after(it));
            case QuestionFact it ->
                    questions.put(id, questions.getOrDefault(id, QuestionHistory.NONE).after(it));
            case ConceptFact it ->
                    concepts.put(id, concepts.getOrDefault(id, ConceptHistory.NONE).after(it));
            case LabFact it -> labs.put(id, labs.getOrDefault(id, LabHistory.NONE).after(it));
            case ContributionFact it ->
                    contributions.put(
                            id, contributions.getOrDefault(id, ContributionHistory.NONE).after(it));
            case ToolFact it -> tools.put(id, tools.getOrDefault(id, ToolHistory.NONE).after(it));
            default -> {}
        }
    }

    public World world() {
        var rolling = LabContributions.BY_LAB;
        var byLab = new TreeMap<String, LabContributions>();
        contributions.values().stream()
                .filter(each -> !each.lab().isEmpty())
                .collect(groupingBy(ContributionHistory::lab, mapping(rolling.line(), toList())))
                .forEach((lab, lines) -> byLab.put(lab, rolling.fold().apply(lines)));
        return new World(
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
                byLab,
                tools);
    }
}
