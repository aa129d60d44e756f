package de.stadtforum.lab.labs;

import de.stadtforum.contracts.lab.LabFact.Place;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A lab as a list names it; it says nothing that the public may not read.
///
/// @param date as planned now
/// @param postponed how often
/// @param partners how many take part beside the residents
/// @param questions how many were asked in the dialogue
/// @param reported to which body, where its results were
record LabLine(
        String id,
        String district,
        String neighbourhood,
        LocalDate date,
        Place place,
        Lab.State state,
        int postponed,
        @Nullable LocalDate opened,
        @Nullable LocalDate ended,
        @Nullable Integer participants,
        int partners,
        int questions,
        @Nullable String reported) {
    static LabLine of(Lab lab) {
        var plan = lab.plan();
        var course = lab.course();
        var report = lab.outcome().report();
        return new LabLine(
                lab.id(),
                plan.district(),
                plan.neighbourhood(),
                plan.date(),
                plan.place(),
                course.state(),
                plan.before().size(),
                course.opened(),
                course.ended(),
                course.participants(),
                lab.dialogue().partners().size(),
                lab.dialogue().questions().size(),
                report == null ? null : report.body());
    }
}
