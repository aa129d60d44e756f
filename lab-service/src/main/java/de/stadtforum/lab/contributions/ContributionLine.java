package de.stadtforum.lab.contributions;

import de.stadtforum.contracts.lab.ContributionFact.Assessment;
import de.stadtforum.contracts.lab.ContributionFact.Channel;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A published contribution as a list names it.
///
/// @param assessment the team's last
/// @param assessed on which day
record ContributionLine(
        String id,
        String lab,
        Channel channel,
        String text,
        @Nullable String location,
        LocalDate receivedOn,
        @Nullable LocalDate publishedOn,
        @Nullable Assessment assessment,
        @Nullable LocalDate assessed) {
    static ContributionLine of(Contribution contribution) {
        var all = contribution.assessments();
        var last = all.isEmpty() ? null : all.getLast();
        return new ContributionLine(
                contribution.id(),
                contribution.lab(),
                contribution.channel(),
                contribution.text(),
                contribution.location(),
                contribution.receivedOn(),
                contribution.publishedOn(),
                last == null ? null : last.assessment(),
                last == null ? null : last.on());
    }
}
