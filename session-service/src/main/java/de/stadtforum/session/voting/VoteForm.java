package de.stadtforum.session.voting;

import de.stadtforum.contracts.session.RecommendationFact.Addressee;
import de.stadtforum.contracts.session.VotingFact.Mode;
import de.stadtforum.session.NotUnknown;
import de.stadtforum.session.motions.Motion;
import de.stadtforum.web.BadInput;
import de.stadtforum.web.Id;
import de.stadtforum.web.PlannedDay;
import de.stadtforum.web.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the chair fills in to open a vote; which fields are asked for depends on the kind of motion.
record VoteForm(
        @NotNull @Id String vote,
        @NotNull @Id String item,
        @NotNull @NotUnknown Mode mode,
        @NotNull @Pattern(regexp = "[a-z-]{1,20}", message = "{rule.motion-kind}") String kind,
        @NotNull @Size(min = 1, max = 1_000) List<@NotNull @Id String> confirmed,
        @Id @Nullable String target,
        @Text(max = 100_000) @Nullable String text,
        @Id @Nullable String to,
        @PlannedDay @Nullable LocalDate answerDue,
        @Id @Nullable String body,
        @Nullable Boolean forWorkingGroups,
        @Nullable Integer edition,
        @Nullable Boolean amended,
        @PlannedDay @Nullable LocalDate inForce,
        @Nullable @Size(max = 50) List<@NotNull @Id String> fields) {

    /// A motion whose fields have yet to be validated.
    ///
    /// @param addressee which kind of body `to` is
    @SuppressWarnings("NullAway") // what is missing is found by the validation that follows
    Motion motion(@Nullable Addressee addressee) {
        return switch (kind) {
            case "recommend" -> new Motion.Recommend(target, addressee, to, text, answerDue, null);
            case "adopt-rules" ->
                    new Motion.AdoptRules(
                            target,
                            body,
                            forWorkingGroups != null && forWorkingGroups,
                            edition,
                            amended != null && amended,
                            text,
                            inForce);
            case "name-field" -> new Motion.NameField(target, text, null);
            case "shape-field" -> new Motion.ShapeField(target, text);
            case "form-group" ->
                    new Motion.FormGroup(target, text, fields == null ? List.of() : fields);
            case "end-group" -> new Motion.EndGroup(target);
            case "appoint" -> new Motion.Appoint(target, text);
            case "propose-paper" -> new Motion.ProposePaper(target, text);
            case "give-statement" -> new Motion.GiveStatement(target, text);
            case "procedural" -> new Motion.Procedural(text);
            default -> throw new BadInput("kind", "eine Art von Antrag");
        };
    }

    /// Which control of the form a field of the motion is filled in with.
    static String control(String field) {
        return switch (field) {
            case "title", "name", "description" -> "text";
            case "id", "holder" -> "target";
            case "addressee" -> "to";
            default -> field;
        };
    }
}
