package de.stadtforum.contracts.reporting;

import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.PublicText;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An interim report on a half-year, or on another period, which the administration gives by word of mouth (resolution 6.1).
public sealed interface ReportFact extends Fact {
    /// @param halfYear the name of the period: a half-year such as 2024-H1, a quarter such as 2024-Q3, any other by its days, 2024-02-01--2024-04-30
    /// @param calculation the version of the calculation, with which the hash can be proven
    /// @param hash SHA-256, in hex, of the figures as canonical JSON (RFC 8785)
    /// @param from the period's first day; older facts do not say it
    /// @param until the period's last day; older facts do not say it
    record ReportReleased(
            String halfYear,
            int calculation,
            String hash,
            LocalDate on,
            @Nullable LocalDate from,
            @Nullable LocalDate until)
            implements ReportFact {}

    record ReportDelivered(String body, LocalDate on) implements ReportFact {}

    /// A released report was wrong: it stays readable, marked, and another may take its place.
    record ReportWithdrawn(PublicText reason, LocalDate on) implements ReportFact {}

    /// It was not given to that body after all, or not on that day.
    record DeliveryWithdrawn(String body, LocalDate on) implements ReportFact {}
}
