package de.stadtforum.lab.contributions;

import de.stadtforum.contracts.lab.ContributionFact.Channel;
import de.stadtforum.lab.Known;
import de.stadtforum.web.Id;
import de.stadtforum.web.Line;
import de.stadtforum.web.PastDay;
import de.stadtforum.web.Text;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The form in which the team enters what came on paper, at the event or on the city's platform. Its id is made with the form.
record Entry(
        @NotNull @Id String key,
        @NotNull @Known Channel channel,
        @NotNull @PastDay LocalDate on,
        @NotNull @Text(max = Contribution.LONGEST) String text,
        @Nullable @Line(max = 200) String location) {

    ContributionCommand.Send into(String lab) {
        return new ContributionCommand.Send(lab, channel, text, location, on);
    }

    Entry {
        text = ContributionCommand.oneBreak(text);
        location = ContributionCommand.orNothing(location);
    }

    /// What a resident wrote never stands in a log.
    @Override
    public String toString() {
        return "Entry[" + key + ", " + channel + "]";
    }
}
