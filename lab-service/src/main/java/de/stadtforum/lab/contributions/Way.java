package de.stadtforum.lab.contributions;

import de.stadtforum.lab.labs.Lab;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The way of one contribution, from its receipt to the day on which a body treated the lab's result (resolution 5.4b, 5.7).
record Way(List<Step> steps) {

    /// @param kind names the words of the step in the messages
    /// @param on null where it is still to come
    /// @param key further words that are messages, such as the reason
    /// @param text further words that somebody wrote
    record Step(String kind, @Nullable LocalDate on, @Nullable String key, @Nullable String text) {
        static Step done(String kind, LocalDate on) {
            return new Step(kind, on, null, null);
        }

        static Step open(String kind) {
            return new Step(kind, null, null, null);
        }
    }

    static Way of(Contribution contribution, Lab lab) {
        var steps = new ArrayList<Step>();
        steps.add(Step.done("received", contribution.receivedOn()));
        var withdrawn = contribution.withdrawn();
        if (withdrawn != null) {
            var by = withdrawn.bySender() ? "withdrawn-by-sender" : "withdrawn-by-team";
            steps.add(Step.done(by, withdrawn.on()));
            return new Way(List.copyOf(steps));
        }
        if (contribution.publishedOn() != null)
            steps.add(Step.done("published", contribution.publishedOn()));
        var withheld = contribution.withheld();
        if (withheld != null) {
            steps.add(
                    new Step("withheld", withheld.on(), "withheld-for." + withheld.reason(), null));
            return new Way(List.copyOf(steps)); // what is not public is not assessed
        }
        if (contribution.publishedOn() == null) steps.add(Step.open("publication-open"));
        for (var each : contribution.assessments())
            steps.add(
                    new Step(
                            "assessed", each.on(), "assessment." + each.assessment(), each.text()));
        if (contribution.assessments().isEmpty()) steps.add(Step.open("assessment-open"));
        // a lab that never took place reports nothing
        if (lab.course().state() == Lab.State.MISSED || !lab.counts())
            return new Way(List.copyOf(steps));
        var report = lab.outcome().report();
        steps.add(report == null ? Step.open("report-open") : Step.done("reported", report.on()));
        var heard = lab.outcome().heard();
        steps.add(heard == null ? Step.open("hearing-open") : Step.done("heard", heard.on()));
        return new Way(List.copyOf(steps));
    }
}
