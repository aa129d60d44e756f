package de.stadtforum.session.motions;

import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Reason;
import de.stadtforum.session.fields.FieldOfAction;
import de.stadtforum.session.groups.WorkingGroup;
import de.stadtforum.session.papers.Paper;
import de.stadtforum.session.questions.Question;
import de.stadtforum.session.recommendations.Recommendation;
import de.stadtforum.session.rules.Rules;
import de.stadtforum.session.topics.Topic;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What would keep a carried motion from taking effect, asked before the vote opens: a field that does not exist, an id that is taken.
@Component
public class Obstacles {
    enum Refusal implements Reason {
        ID_TAKEN,
        ADDRESSEE_UNKNOWN,
        ADDRESSEE_DISAGREES,
        FIELD_UNKNOWN,
        GROUP_UNKNOWN,
        GROUP_ENDED,
        QUESTION_UNKNOWN,
        STATEMENT_GIVEN,
        TOPIC_UNKNOWN,
        TOPIC_CONCLUDED;

        @Override
        public @Nullable String field() {
            return switch (this) {
                case ADDRESSEE_UNKNOWN, ADDRESSEE_DISAGREES -> "to";
                case FIELD_UNKNOWN -> "fields";
                default -> null;
            };
        }
    }

    private final AggregateStore<Recommendation> recommendations;
    private final AggregateStore<Rules> rules;
    private final AggregateStore<FieldOfAction> fields;
    private final AggregateStore<WorkingGroup> groups;
    private final AggregateStore<Paper> papers;
    private final AggregateStore<Question> questions;
    private final AggregateStore<Topic> topics;
    private final Addressees addressees;

    Obstacles(
            AggregateStore<Recommendation> recommendations,
            AggregateStore<Rules> rules,
            AggregateStore<FieldOfAction> fields,
            AggregateStore<WorkingGroup> groups,
            AggregateStore<Paper> papers,
            AggregateStore<Question> questions,
            AggregateStore<Topic> topics,
            Addressees addressees) {
        this.recommendations = recommendations;
        this.rules = rules;
        this.fields = fields;
        this.groups = groups;
        this.papers = papers;
        this.questions = questions;
        this.topics = topics;
        this.addressees = addressees;
    }

    /// @return null where nothing stands in the way
    public @Nullable Reason to(Motion motion) {
        return switch (motion) {
            case Motion.Recommend it ->
                    recommendations.find(it.id()).isPresent() ? Refusal.ID_TAKEN : addressee(it);
            case Motion.AdoptRules it -> taken(rules, it.id());
            case Motion.NameField it -> taken(fields, it.id());
            case Motion.ShapeField it -> unknownAmong(List.of(it.id()));
            case Motion.FormGroup it ->
                    groups.find(it.id()).isPresent() ? Refusal.ID_TAKEN : unknownAmong(it.fields());
            case Motion.EndGroup it -> group(it.id());
            case Motion.ProposePaper it -> taken(papers, it.id());
            case Motion.GiveStatement it -> question(it.id());
            case Motion.Appoint _, Motion.Procedural _ -> null;
        };
    }

    private @Nullable Reason addressee(Motion.Recommend it) {
        var kind = addressees.kindOf(it.to());
        if (kind == null) return Refusal.ADDRESSEE_UNKNOWN;
        return kind == it.addressee() ? topic(it.topic()) : Refusal.ADDRESSEE_DISAGREES;
    }

    private static @Nullable Reason taken(AggregateStore<?> store, String id) {
        return store.find(id).isPresent() ? Refusal.ID_TAKEN : null;
    }

    /// A group works on named fields only (resolution 4.3).
    private @Nullable Reason unknownAmong(List<String> wanted) {
        return fields.findAll(wanted).keySet().containsAll(wanted) ? null : Refusal.FIELD_UNKNOWN;
    }

    private @Nullable Reason group(String id) {
        var group = groups.find(id).orElse(null);
        if (group == null) return Refusal.GROUP_UNKNOWN;
        return group.ended() == null ? null : Refusal.GROUP_ENDED;
    }

    private @Nullable Reason question(String id) {
        var question = questions.find(id).orElse(null);
        if (question == null) return Refusal.QUESTION_UNKNOWN;
        if (question.withdrawn() != null) return Question.Refusal.QUESTION_WITHDRAWN;
        return question.statement() == null ? null : Refusal.STATEMENT_GIVEN;
    }

    private @Nullable Reason topic(@Nullable String id) {
        if (id == null) return null;
        var topic = topics.find(id).orElse(null);
        if (topic == null) return Refusal.TOPIC_UNKNOWN;
        return topic.conclusion() == null ? null : Refusal.TOPIC_CONCLUDED;
    }
}
