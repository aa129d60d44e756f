package de.stadtforum.session.motions;

import de.stadtforum.contracts.session.RecommendationFact.Addressee;
import de.stadtforum.contracts.session.VotingFact.Subject;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a vote decides; carried, it brings about what its kind says, under the id that the motion names.
public sealed interface Motion {
    /// @param to the addressee's body
    /// @param topic the standing topic that this recommendation ends (resolution 3.7)
    record Recommend(
            String id,
            Addressee addressee,
            String to,
            String text,
            @Nullable LocalDate answerDue,
            @Nullable String topic)
            implements Motion {}

    /// @param amended adopted with changes against the proposal
    record AdoptRules(
            String id,
            String body,
            boolean forWorkingGroups,
            int edition,
            boolean amended,
            String text,
            LocalDate inForce)
            implements Motion {}

    /// @param lab the neighbourhood lab that the field grew from
    record NameField(String id, String title, @Nullable String lab) implements Motion {}

    record ShapeField(String id, String description) implements Motion {}

    record FormGroup(String id, String name, List<String> fields) implements Motion {
        public FormGroup {
            fields = List.copyOf(fields);
        }
    }

    record EndGroup(String id) implements Motion {}

    record Appoint(String holder, String name) implements Motion {}

    record ProposePaper(String id, String title) implements Motion {}

    /// @param id of the question that the statement answers
    record GiveStatement(String id, String text) implements Motion {}

    record Procedural(String text) implements Motion {}

    default Subject subject() {
        return switch (this) {
            case Recommend _ -> Subject.RECOMMENDATION;
            case AdoptRules _ -> Subject.RULES;
            case NameField _ -> Subject.FIELD;
            case ShapeField _ -> Subject.FIELD_SHAPE;
            case FormGroup _, EndGroup _ -> Subject.WORKING_GROUP;
            case Appoint _ -> Subject.APPOINTMENT;
            case ProposePaper _ -> Subject.PAPER;
            case GiveStatement _ -> Subject.STATEMENT;
            case Procedural _ -> Subject.PROCEDURE;
        };
    }

    /// On the matter itself: only the assembly decides such a motion, and in public, since its words become public.
    default boolean onContent() {
        return !(this instanceof Procedural);
    }

    /// The words that are put to the vote.
    default String wording() {
        return switch (this) {
            case Recommend it -> it.text;
            case AdoptRules it -> it.text;
            case NameField it -> it.title;
            case ShapeField it -> it.description;
            case FormGroup it -> it.name;
            case EndGroup it -> it.id;
            case Appoint it -> it.name;
            case ProposePaper it -> it.title;
            case GiveStatement it -> it.text;
            case Procedural it -> it.text;
        };
    }
}
