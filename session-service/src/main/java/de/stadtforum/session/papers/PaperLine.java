package de.stadtforum.session.papers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A proposed council paper as a list names it.
///
/// @param vote that proposed it
/// @param number as the council information system gave it
/// @param stops on how many bodies' agendas it is planned
/// @param recorded in how many of them it was treated
record PaperLine(
        String id,
        String body,
        String title,
        String vote,
        LocalDate on,
        @Nullable LocalDate drafted,
        @Nullable String number,
        int stops,
        int recorded) {
    static PaperLine of(Paper paper) {
        var proposed = paper.proposed();
        var number = paper.number();
        return new PaperLine(
                paper.id(),
                proposed.body(),
                proposed.title(),
                proposed.vote(),
                proposed.on(),
                paper.drafted(),
                number == null ? null : number.number(),
                paper.stops().size(),
                (int) paper.stops().stream().filter(stop -> stop.recorded() != null).count());
    }
}
