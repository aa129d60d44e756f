package de.stadtforum.messaging.feeds;

import de.stadtforum.contracts.Fact;
import java.time.Instant;

/// A fact as it stands on the log.
///
/// @param aggregate that told it, as the feed knows it
/// @param sequence of the fact within its aggregate
/// @param source the service that told it, such as `/dortmund/session`
/// @param at when it was recorded; what it says may have happened long before
public record Recorded<F extends Fact>(
        String aggregate, long sequence, String source, Instant at, F fact) {}
