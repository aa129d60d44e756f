package de.stadtforum.lab.contributions;

import de.stadtforum.web.Id;
import de.stadtforum.web.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The form in which a resident writes. Its id is made with the form, so that a double click counts once.
///
/// @param website a field that people do not see; who fills it in is a program
public record Sending(
        @NotNull @Id String id,
        @NotNull @Text(max = Contribution.LONGEST) String text,
        @Nullable @Size(max = 200) String location,
        @Nullable @Size(max = 0) String website) {

    public Sending {
        text = ContributionCommand.oneBreak(text);
    }

    public static Sending empty() {
        return new Sending(UUID.randomUUID().toString(), "", null, null);
    }

    /// What a resident wrote never stands in a log.
    @Override
    public String toString() {
        return "Sending[" + id + "]";
    }
}
