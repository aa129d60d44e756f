package de.stadtforum.session.fields;

import static de.stadtforum.messaging.commands.Decision.changed;
import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.session.FieldFact.FieldNamed;
import de.stadtforum.contracts.session.FieldFact.FieldShaped;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A field of action exists by decision of the assembly and is shaped by decision (resolution 3.4).
///
/// @param lab the neighbourhood lab that it grew from (resolution 5.5)
public record FieldOfAction(
        String id,
        String title,
        @Nullable String lab,
        String vote,
        LocalDate on,
        List<Shape> shapes) {
    static final int MOST_SHAPES = 100;

    public enum Refusal implements Reason {
        OTHER_CONTENT,
        TOO_MANY
    }

    /// The newest one holds; the earlier ones stay readable.
    public record Shape(String description, String vote, LocalDate on) {}

    public FieldOfAction {
        shapes = List.copyOf(shapes);
    }

    public static Decision<FieldOfAction> name(
            @Nullable FieldOfAction existing,
            String id,
            String title,
            @Nullable String lab,
            String vote,
            LocalDate on) {
        if (existing != null)
            return existing.vote.equals(vote) ? unchanged() : refused(Refusal.OTHER_CONTENT);
        return changed(
                new FieldOfAction(id, title, lab, vote, on, List.of()),
                new FieldNamed(new PublicText(title), vote, lab, on));
    }

    public Decision<FieldOfAction> shape(Shape shape) {
        if (shapes.stream().anyMatch(each -> each.vote.equals(shape.vote))) return unchanged();
        if (shapes.size() >= MOST_SHAPES) return refused(Refusal.TOO_MANY);
        var all = new ArrayList<>(shapes);
        all.add(shape);
        return changed(
                new FieldOfAction(id, title, lab, vote, on, all),
                new FieldShaped(new PublicText(shape.description), shape.vote, shape.on));
    }
}
