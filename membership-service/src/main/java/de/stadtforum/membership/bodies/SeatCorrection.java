package de.stadtforum.membership.bodies;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An act on a seat that was put right: who was named by mistake, or the last day that was wrong.
///
/// @param act `delegation-withdrawn`, `delegation-end` or `deputy-withdrawn`
/// @param on the day on which it was put right
/// @param person whom it concerns
/// @param before the day that stood there: the first one of what was withdrawn, the last one of what was corrected
record SeatCorrection(
        String act, LocalDate on, String reason, String person, @Nullable LocalDate before) {}
