package de.stadtforum.lab.contributions;

import de.stadtforum.web.Id;
import de.stadtforum.web.Line;
import de.stadtforum.web.Text;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The form in which a resident writes. Its id is made with the form and is the key of the [Receipt]: a double click counts once.
///
/// @param website a field that people do not see; who fills it in is a program, or a browser that means well
public record Sending(
        @NotNull @Id String id,
        @NotNull @Text(max = Contribution.LONGEST) String text,
        @Nullable @Line(max = 200) String location,
        @Nullable @Line(max = 2_000) String website) {

    public Sending {
        text = ContributionCommand.oneBreak(text);
        location = ContributionCommand.orNothing(location);
        website = ContributionCommand.orNothing(website);
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
