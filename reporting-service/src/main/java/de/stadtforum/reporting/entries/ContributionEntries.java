package de.stadtforum.reporting.entries;

import de.stadtforum.contracts.lab.ContributionFact;
import de.stadtforum.contracts.lab.ContributionFact.AssessmentCorrected;
import de.stadtforum.contracts.lab.ContributionFact.ContributionAssessed;
import de.stadtforum.contracts.lab.ContributionFact.ContributionPublished;
import de.stadtforum.contracts.lab.ContributionFact.ContributionReceived;
import de.stadtforum.contracts.lab.ContributionFact.ContributionWithdrawn;
import de.stadtforum.contracts.lab.ContributionFact.ContributionWithheld;
import de.stadtforum.contracts.lab.ContributionFact.PublicationWithdrawn;
import de.stadtforum.contracts.lab.ContributionFact.WithholdingLifted;
import de.stadtforum.messaging.feeds.Recorded;
import de.stadtforum.reporting.entries.ContributionCounts.Count;
import de.stadtforum.reporting.entries.ContributionCounts.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A resident's contribution as one to be counted on its days; what is taken back counts minus one from the day on which it was told.
/// What it says, reporting does not know.
///
/// @param channel by which it came
/// @param counts in the order they were told
public record ContributionEntries(String lab, String channel, List<Count> counts) {
    public static final ContributionEntries NONE = new ContributionEntries("", "", List.of());

    public static ContributionEntries after(
            ContributionEntries before, Recorded<ContributionFact> recorded) {
        var today = AggregateEntries.day(recorded.at());
        return switch (recorded.fact()) {
            case ContributionReceived it ->
                    new ContributionEntries(it.lab(), it.channel().name(), before.counts)
                            .set(Kind.RECEIVED, it.channel().name(), it.on(), today);
            case ContributionPublished it -> before.set(Kind.PUBLISHED, "", it.on(), today);
            case PublicationWithdrawn _ -> before.without(Kind.PUBLISHED, today);
            case ContributionWithheld it -> before.set(Kind.WITHHELD, "", it.on(), today);
            case WithholdingLifted _ -> before.without(Kind.WITHHELD, today);
            case ContributionAssessed it ->
                    before.set(Kind.ASSESSED, it.assessment().name(), it.on(), today);
            // it was assessed on its day, whatever became of the words later
            case AssessmentCorrected it ->
                    before.set(
                            Kind.ASSESSED,
                            it.assessment().name(),
                            before.counted(Kind.ASSESSED).map(Count::on).orElse(it.on()),
                            today);
            case ContributionWithdrawn _ -> {
                var none = before;
                for (var kind : Kind.values()) none = none.without(kind, today);
                yield none;
            }
        };
    }

    /// The one of this kind that still counts.
    private Optional<Count> counted(Kind kind) {
        return counts.stream()
                .filter(each -> each.kind() == kind)
                .reduce((_, later) -> later)
                .filter(each -> each.number() > 0);
    }

    private ContributionEntries set(Kind kind, String mark, LocalDate on, LocalDate today) {
        return without(kind, today).with(new Count(kind, mark, on, today, 1));
    }

    private ContributionEntries without(Kind kind, LocalDate today) {
        return counted(kind)
                .map(each -> with(new Count(kind, each.mark(), each.on(), today, -1)))
                .orElse(this);
    }

    private ContributionEntries with(Count count) {
        var more = new ArrayList<>(counts);
        more.add(count);
        return new ContributionEntries(lab, channel, more);
    }
}
