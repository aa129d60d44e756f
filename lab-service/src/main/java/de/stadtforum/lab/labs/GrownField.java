package de.stadtforum.lab.labs;

import de.stadtforum.contracts.session.FieldFact;
import de.stadtforum.contracts.session.FieldFact.FieldNamed;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A field of action that the assembly named, and the lab that it grew from (resolution 5.5).
public record GrownField(@Nullable String title, @Nullable String lab, @Nullable LocalDate on) {
    static final GrownField NONE = new GrownField(null, null, null);

    GrownField after(FieldFact fact) {
        return fact instanceof FieldNamed(var named, _, var from, var when)
                ? new GrownField(named.text(), from, when)
                : this;
    }
}
