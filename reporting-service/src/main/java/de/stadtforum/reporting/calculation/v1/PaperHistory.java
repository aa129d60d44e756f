package de.stadtforum.reporting.calculation.v1;

import de.stadtforum.contracts.session.PaperFact;
import de.stadtforum.contracts.session.PaperFact.DeliberationCorrected;
import de.stadtforum.contracts.session.PaperFact.DeliberationPlanned;
import de.stadtforum.contracts.session.PaperFact.DeliberationRecordCorrected;
import de.stadtforum.contracts.session.PaperFact.DeliberationRecorded;
import de.stadtforum.contracts.session.PaperFact.DeliberationWithdrawn;
import de.stadtforum.contracts.session.PaperFact.DraftCorrected;
import de.stadtforum.contracts.session.PaperFact.NumberCorrected;
import de.stadtforum.contracts.session.PaperFact.PaperDrafted;
import de.stadtforum.contracts.session.PaperFact.PaperNumbered;
import de.stadtforum.contracts.session.PaperFact.PaperProposed;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A paper as its facts tell it.
///
/// @param deliberated the day on which each body treated it
public record PaperHistory(
        String title,
        @Nullable LocalDate proposedOn,
        @Nullable LocalDate draftedOn,
        @Nullable String number,
        @Nullable LocalDate numberedOn,
        SortedMap<String, LocalDate> deliberated) {
    public static final PaperHistory NONE =
            new PaperHistory("", null, null, null, null, new TreeMap<>());

    public PaperHistory after(PaperFact fact) {
        return switch (fact) {
            case PaperProposed it ->
                    new PaperHistory(
                            it.title().text(), it.on(), draftedOn, number, numberedOn, deliberated);
            case PaperDrafted it ->
                    new PaperHistory(title, proposedOn, it.on(), number, numberedOn, deliberated);
            case PaperNumbered it ->
                    new PaperHistory(
                            title, proposedOn, draftedOn, it.number(), it.on(), deliberated);
            case DeliberationRecorded it -> {
                var more = new TreeMap<>(deliberated);
                more.put(it.body(), it.on());
                yield new PaperHistory(title, proposedOn, draftedOn, number, numberedOn, more);
            }
            case DraftCorrected it ->
                    new PaperHistory(title, proposedOn, it.on(), number, numberedOn, deliberated);
            case NumberCorrected it ->
                    new PaperHistory(
                            title, proposedOn, draftedOn, it.number(), it.on(), deliberated);
            case DeliberationRecordCorrected it -> {
                var more = new TreeMap<>(deliberated);
                if (it.on() == null) more.remove(it.body());
                else more.put(it.body(), it.on());
                yield new PaperHistory(title, proposedOn, draftedOn, number, numberedOn, more);
            }
            case DeliberationPlanned _, DeliberationCorrected _, DeliberationWithdrawn _ -> this;
        };
    }
}
