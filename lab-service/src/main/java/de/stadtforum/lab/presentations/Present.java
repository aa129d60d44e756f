package de.stadtforum.lab.presentations;

import de.stadtforum.web.Id;
import de.stadtforum.web.Line;
import de.stadtforum.web.PastDay;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// To lay something before a body, as the API and the forms of the pages send it.
public record Present(
        @NotNull @Id String body,
        @NotNull @PastDay LocalDate on,
        @Nullable @Line(max = 40) String paper) {
    public Present {
        paper = paper == null || paper.isBlank() ? null : paper.strip();
    }

    public Presentation presentation() {
        return new Presentation(on, paper);
    }
}
