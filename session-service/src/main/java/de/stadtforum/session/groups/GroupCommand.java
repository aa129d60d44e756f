package de.stadtforum.session.groups;

import de.stadtforum.session.OurTime;
import de.stadtforum.web.Id;
import de.stadtforum.web.Text;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/// What may be asked of a working group, as programs and forms send it.
sealed interface GroupCommand {
    record Assign(@NotNull @Id String field, @NotNull @OurTime LocalDate on)
            implements GroupCommand {}

    record Note(
            @NotNull @Id String note,
            @NotNull @Text(max = 10_000) String text,
            @NotNull @OurTime LocalDate on)
            implements GroupCommand {}

    record Share(
            @NotNull @Id String person,
            @NotNull @Text(max = 300) String contact,
            @NotNull @OurTime LocalDate on)
            implements GroupCommand {}

    record Withdraw(@NotNull @Id String person) implements GroupCommand {}

    record Find(@NotNull @OurTime LocalDate date) implements GroupCommand {}

    record Report(@NotNull @Id String meeting, @NotNull @OurTime LocalDate on)
            implements GroupCommand {}
}
