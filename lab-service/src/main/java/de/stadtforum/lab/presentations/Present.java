package de.stadtforum.lab.presentations;

import de.stadtforum.web.Id;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// To lay something before a body, as the API and the forms of the pages send it.
public record Present(
        @NotNull @Id String body, @NotNull LocalDate on, @Nullable @Size(max = 40) String paper) {

    public Presentation presentation() {
        return new Presentation(on, paper == null || paper.isBlank() ? null : paper.strip());
    }
}
