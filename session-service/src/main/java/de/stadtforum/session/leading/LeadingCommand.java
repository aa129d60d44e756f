package de.stadtforum.session.leading;

import de.stadtforum.web.Id;
import de.stadtforum.web.Text;
import jakarta.validation.constraints.NotNull;

/// What may be asked about conflicts of interest and the chair of an item, as programs and forms send it.
sealed interface LeadingCommand {
    record DeclareConflict(@NotNull @Id String seat, @NotNull @Id String item)
            implements LeadingCommand {}

    record WithdrawConflict(
            @NotNull @Id String seat,
            @NotNull @Id String item,
            @NotNull @Text(max = 1_000) String reason)
            implements LeadingCommand {}

    record HandOver(@NotNull @Id String seat, @NotNull @Id String item) implements LeadingCommand {}

    record WithdrawHandover(
            @NotNull @Id String seat,
            @NotNull @Id String item,
            @NotNull @Text(max = 1_000) String reason)
            implements LeadingCommand {}
}
