package de.stadtforum.reporting.calculation.v1;

import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import java.util.Optional;
import java.util.SortedMap;

/// Everything that reporting knows, now or up to some point of the log; by id; contributions by lab.
public record World(
        SortedMap<String, BodyHistory> bodies,
        SortedMap<String, MeetingHistory> meetings,
        SortedMap<String, VoteHistory> votes,
        SortedMap<String, ProposalHistory> proposals,
        SortedMap<String, RecommendationHistory> recommendations,
        SortedMap<String, RulesHistory> rules,
        SortedMap<String, FieldHistory> fields,
        SortedMap<String, GroupHistory> groups,
        SortedMap<String, PaperHistory> papers,
        SortedMap<String, TopicHistory> topics,
        SortedMap<String, QuestionHistory> questions,
        SortedMap<String, ConceptHistory> concepts,
        SortedMap<String, LabHistory> labs,
        SortedMap<String, LabContributions> contributions,
        SortedMap<String, ToolHistory> tools) {
    /// A body that was not told of yet, or never.
    public static final String NAMELESS = "Gremium, dessen Name noch nicht bekannt ist";

    /// The first body of this kind.
    public Optional<String> body(BodyKind kind) {
        return bodies.entrySet().stream()
                .filter(each -> each.getValue().kind() == kind)
                .map(each -> each.getKey())
                .findFirst();
    }

    public BodyKind kindOf(String body) {
        var known = bodies.get(body);
        return known == null ? BodyKind.UNKNOWN : known.kind();
    }

    /// How a body is called, a working group also before membership told of it.
    public String nameOf(String body) {
        var known = bodies.get(body);
        if (known != null && !known.name().isEmpty()) return known.name();
        var group = groups.get(body);
        return group == null || group.name().isEmpty() ? NAMELESS : group.name();
    }

    /// As the calculation named bodies before its version 3.
    public String nameOrId(String body) {
        var known = bodies.get(body);
        return known == null || known.name().isEmpty() ? body : known.name();
    }
}
