package de.stadtforum.session.motions;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.session.RecommendationFact.Addressee;
import de.stadtforum.contracts.session.VotingFact.Subject;
import de.stadtforum.session.NotUnknown;
import de.stadtforum.web.Id;
import de.stadtforum.web.Line;
import de.stadtforum.web.PlannedDay;
import de.stadtforum.web.Text;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a vote decides; carried, it brings about what its kind says, under the id that the motion names.
public sealed interface Motion {
    /// @param to the addressee's body
    /// @param topic the standing topic that this recommendation ends (resolution 3.7)
    record Recommend(
            @NotNull @Id String id,
            @NotNull @NotUnknown Addressee addressee,
            @NotNull @Id String to,
            @NotNull @Text(max = PublicText.LONGEST) String text,
            @PlannedDay @Nullable LocalDate answerDue,
            @Id @Nullable String topic)
            implements Motion {}

    /// @param amended adopted with changes against the proposal
    record AdoptRules(
            @NotNull @Id String id,
            @NotNull @Id String body,
            @NotNull Boolean forWorkingGroups,
            @NotNull @Min(1) @Max(1_000) Integer edition,
            @NotNull Boolean amended,
            @NotNull @Text(max = 100_000) String text,
            @NotNull @PlannedDay LocalDate inForce)
            implements Motion {}

    /// @param lab the neighbourhood lab that the field grew from
    record NameField(
            @NotNull @Id String id,
            @NotNull @Line(max = 200) String title,
            @Id @Nullable String lab)
            implements Motion {}

    record ShapeField(
            @NotNull @Id String id, @NotNull @Text(max = PublicText.LONGEST) String description)
            implements Motion {}

    record FormGroup(
            @NotNull @Id String id,
            @NotNull @Line(max = 200) String name,
            @NotNull @Size(max = 50) List<@NotNull @Id String> fields)
            implements Motion {}

    record EndGroup(@NotNull @Id String id) implements Motion {}

    /// @param holder the institution or office that is to fill the seat
    record Appoint(@NotNull @Id String holder, @NotNull @Line(max = 200) String name)
            implements Motion {}

    record ProposePaper(@NotNull @Id String id, @NotNull @Line(max = 300) String title)
            implements Motion {}

    /// @param id of the question that the statement answers
    record GiveStatement(
            @NotNull @Id String id, @NotNull @Text(max = PublicText.LONGEST) String text)
            implements Motion {}

    record Procedural(@NotNull @Text(max = 2_000) String text) implements Motion {}

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
