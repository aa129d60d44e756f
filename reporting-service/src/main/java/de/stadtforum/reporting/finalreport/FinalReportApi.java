package de.stadtforum.reporting.finalreport;

import de.stadtforum.contracts.reporting.FinalReportFact.Progress;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.web.Answers;
import de.stadtforum.web.Answers.Accepted;
import de.stadtforum.web.BadInput;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.Line;
import de.stadtforum.web.May;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Open;
import de.stadtforum.web.PastDay;
import de.stadtforum.web.Role;
import de.stadtforum.web.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// The final report, for programs.
@RestController
class FinalReportApi {
    record NewMeasure(
            @NotNull @Id String measure,
            @NotNull @Line(max = 300) String title,
            @NotNull Progress progress) {}

    record Import(@NotNull @Size(min = 1, max = 500) List<@NotNull @Valid NewMeasure> measures) {}

    /// @param paper as the council information system numbers papers
    record Present(
            @NotNull @Id String body,
            @NotNull @PastDay LocalDate on,
            @Pattern(regexp = "\\d{5}-\\d{2}(-?[A-Z]+\\d*)?", message = "{rule.paper}")
                    @Nullable String paper) {}

    record WithdrawPresentation(
            @NotNull @Id String body, @NotNull @Text(max = 500) String reason) {}

    private final AggregateStore<FinalReport> reports;
    private final Clock clock;

    FinalReportApi(AggregateStore<FinalReport> finalReports, Clock clock) {
        this.clock = clock;
        this.reports = finalReports;
    }

    /// Reads a final report.
    @Open
    @GetMapping("/api/reporting/final-reports/{id}")
    FinalReport one(@PathVariable @Id String id) {
        return reports.find(id).orElseThrow(Missing::new);
    }

    /// Imports the measures of a final report, all or none.
    @May({Role.REPORTER, Role.SECRETARIAT})
    @In(FinalReport.class)
    @PutMapping("/api/reporting/final-reports/{id}")
    ResponseEntity<Accepted> importAll(@PathVariable @Id String id, @Valid @RequestBody Import it) {
        if (it.measures.stream().anyMatch(each -> each.progress == Progress.UNKNOWN))
            throw new BadInput("measures.progress", "DONE, RUNNING, DROPPED");
        var measures =
                it.measures.stream()
                        .map(each ->
                                new FinalReport.Measure(
                                        each.measure, each.title.strip(), each.progress))
                        .toList();
        return Answers.created(
                id, reports.create(id, known -> FinalReport.importAll(known, id, measures)));
    }

    /// Records that a final report was laid before the council.
    @May({Role.REPORTER, Role.SECRETARIAT})
    @In(FinalReport.class)
    @PostMapping("/api/reporting/final-reports/{id}/present")
    Accepted present(@PathVariable @Id String id, @Valid @RequestBody Present it) {
        return Answers.done(
                id, reports.decide(id, report -> report.present(it.body, it.on, it.paper)));
    }

    /// Takes back that a final report was laid before a body.
    @May({Role.REPORTER, Role.SECRETARIAT})
    @In(FinalReport.class)
    @PostMapping("/api/reporting/final-reports/{id}/withdraw-presentation")
    Accepted withdrawPresentation(
            @PathVariable @Id String id, @Valid @RequestBody WithdrawPresentation it) {
        return Answers.done(id, withdrawn(id, it.body, it.reason));
    }

    Decision<FinalReport> withdrawn(String id, String body, String reason) {
        var today = LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
        return reports.decide(
                id, report -> report.withdrawPresentation(body, reason.strip(), today));
    }
}
