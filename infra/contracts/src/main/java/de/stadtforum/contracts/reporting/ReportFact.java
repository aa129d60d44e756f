package de.stadtforum.contracts.reporting;

import de.stadtforum.contracts.Fact;
import de.stadtforum.contracts.PublicText;
import java.time.LocalDate;

/// An interim report on one half-year, which the administration gives by word of mouth (resolution 6.1).
public sealed interface ReportFact extends Fact {
    /// @param halfYear such as 2024-H1
    /// @param calculation the version of the calculation, with which the hash can be proven
    /// @param hash SHA-256, in hex, of the figures as canonical JSON (RFC 8785)
    record ReportReleased(String halfYear, int calculation, String hash, LocalDate on)
            implements ReportFact {}

    record ReportDelivered(String body, LocalDate on) implements ReportFact {}

    /// A released report was wrong: it stays readable, marked, and another may take its place.
    record ReportWithdrawn(PublicText reason, LocalDate on) implements ReportFact {}

    /// It was not given to that body after all, or not on that day.
    record DeliveryWithdrawn(String body, LocalDate on) implements ReportFact {}
}
