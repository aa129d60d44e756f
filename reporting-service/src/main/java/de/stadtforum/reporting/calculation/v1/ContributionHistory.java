package de.stadtforum.reporting.calculation.v1;

import de.stadtforum.contracts.lab.ContributionFact;
import de.stadtforum.contracts.lab.ContributionFact.Assessment;
import de.stadtforum.contracts.lab.ContributionFact.AssessmentCorrected;
import de.stadtforum.contracts.lab.ContributionFact.Channel;
import de.stadtforum.contracts.lab.ContributionFact.ContributionAssessed;
import de.stadtforum.contracts.lab.ContributionFact.ContributionPublished;
import de.stadtforum.contracts.lab.ContributionFact.ContributionReceived;
import de.stadtforum.contracts.lab.ContributionFact.ContributionWithdrawn;
import de.stadtforum.contracts.lab.ContributionFact.ContributionWithheld;
import de.stadtforum.contracts.lab.ContributionFact.PublicationWithdrawn;
import de.stadtforum.contracts.lab.ContributionFact.WithholdingLifted;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A resident's contribution as its facts tell it; what it says, reporting does not know.
public record ContributionHistory(
        String lab,
        Channel channel,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate publishedOn,
        @Nullable LocalDate withheldOn,
        @Nullable Assessment assessment,
        @Nullable LocalDate assessedOn) {
    public static final ContributionHistory NONE =
            new ContributionHistory("", Channel.UNKNOWN, null, null, null, null, null);

    public ContributionHistory after(ContributionFact fact) {
        return switch (fact) {
            case ContributionReceived it ->
                    new ContributionHistory(
                            it.lab(),
                            it.channel(),
                            it.on(),
                            publishedOn,
                            withheldOn,
                            assessment,
                            assessedOn);
            case ContributionPublished it ->
                    new ContributionHistory(
                            lab, channel, receivedOn, it.on(), withheldOn, assessment, assessedOn);
            case ContributionWithheld it ->
                    new ContributionHistory(
                            lab, channel, receivedOn, publishedOn, it.on(), assessment, assessedOn);
            case WithholdingLifted _ ->
                    new ContributionHistory(
                            lab, channel, receivedOn, publishedOn, null, assessment, assessedOn);
            case PublicationWithdrawn _ ->
                    new ContributionHistory(
                            lab, channel, receivedOn, null, withheldOn, assessment, assessedOn);
            // it was assessed on its day, whatever became of the words later
            case AssessmentCorrected it ->
                    new ContributionHistory(
                            lab,
                            channel,
                            receivedOn,
                            publishedOn,
                            withheldOn,
                            it.assessment(),
                            assessedOn == null ? it.on() : assessedOn);
            case ContributionWithdrawn _ -> NONE;
            case ContributionAssessed it ->
                    new ContributionHistory(
                            lab,
                            channel,
                            receivedOn,
                            publishedOn,
                            withheldOn,
                            it.assessment(),
                            it.on());
        };
    }
}
