package de.stadtforum.reporting.reports;

import com.mongodb.client.model.Filters;
import de.stadtforum.city.City;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.reporting.figures.Figures;
import de.stadtforum.reporting.figures.Period;
import de.stadtforum.reporting.jobs.Job;
import de.stadtforum.reporting.jobs.Job.State;
import de.stadtforum.reporting.reports.Recalculation.By;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Answers;
import de.stadtforum.web.Answers.Accepted;
import de.stadtforum.web.Answers.Begun;
import de.stadtforum.web.BadInput;
import de.stadtforum.web.Cursor;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.May;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Open;
import de.stadtforum.web.PastDay;
import de.stadtforum.web.Role;
import de.stadtforum.web.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Interim reports for programs.
@RestController
@RequestMapping("/api/reporting")
class ReportApi {
    /// @param period such as 2024-H1, 2024-Q3 or 2024-02-01--2024-04-30
    /// @param halfYear the same, where the period is a half-year; one of the two is given
    record Release(
            @Nullable @Pattern(regexp = Period.NAME, message = PERIOD_RULE) String period,
            @Nullable @Pattern(regexp = HALF_YEAR, message = HALF_YEAR_RULE) String halfYear,
            @NotNull @PastDay LocalDate on) {}

    record Deliver(@NotNull @Id String body, @NotNull @PastDay LocalDate on) {}

    record WithdrawReport(@NotNull @Text(max = 500) String reason) {}

    record WithdrawDelivery(@NotNull @Id String body, @NotNull @Text(max = 500) String reason) {}

    record Prove() {}

    /// How far something is that takes its time.
    ///
    /// @param state WAITING, RUNNING, PAUSED (it goes on by itself), DONE or FAILED
    /// @param percent of the step that is being done
    /// @param failure the rule that refuses it, or BROKEN_OFF
    record Course(State state, @Nullable String step, int percent, @Nullable String failure) {
        static Course of(Job job) {
            return new Course(job.state(), job.step(), job.percent(), job.failure());
        }
    }

    /// @param course of the recalculation that was asked for last; null where nobody ever did
    /// @param results the last twenty, the newest last
    record Proof(@Nullable Course course, List<Recalculation> results) {}

    /// A report without its figures.
    ///
    /// @param halfYear the name of its period
    record Head(
            String id,
            String halfYear,
            LocalDate from,
            LocalDate until,
            LocalDate releasedOn,
            int calculation,
            String hash,
            SortedMap<String, Integer> folds,
            SortedMap<String, String> files,
            SortedMap<String, LocalDate> delivered,
            @Nullable LocalDate withdrawnOn,
            @Nullable String withdrawnFor) {
        static Head of(InterimReport it) {
            return new Head(
                    it.id(),
                    it.halfYear(),
                    it.period().from(),
                    it.period().until(),
                    it.releasedOn(),
                    it.calculation(),
                    it.hash(),
                    it.folds(),
                    it.files(),
                    it.delivered(),
                    it.withdrawnOn(),
                    it.withdrawnFor());
        }
    }

    private static final Order NEWEST = Order.descending("state.halfYear");

    static final String HALF_YEAR = "20\\d{2}-H[12]";
    static final String HALF_YEAR_RULE = "{rule.half-year}";
    static final String PERIOD_RULE = "{rule.period}";

    private final Clock clock;
    private final String owedTo;
    private final Releases releases;
    private final AggregateStore<InterimReport> reports;

    ReportApi(City city, Releases releases, AggregateStore<InterimReport> reports, Clock clock) {
        this.owedTo = city.profile().reportedTo();
        this.clock = clock;
        this.releases = releases;
        this.reports = reports;
    }

    /// @throws BadInput where it is none
    static Period period(@Nullable String name) {
        return Optional.ofNullable(name)
                .flatMap(Period::of)
                .orElseThrow(() ->
                        new BadInput(
                                "period",
                                "ein Zeitraum wie 2024-H1, 2024-Q3 oder 2024-02-01--2024-04-30"));
    }

    /// Computes the figures of a period as they would be released now; of one that still runs, as of today.
    @Open
    @GetMapping("/figures")
    Figures preview(
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String halfYear) {
        return releases.preview(period(period == null ? halfYear : period), today());
    }

    /// Lists all released reports.
    @Open
    @GetMapping("/reports")
    ResponseEntity<List<Head>> list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Cursor @Nullable String cursor) {
        return Answers.listed(
                reports.slice(Filters.empty(), NEWEST, cursor, limit).map(Head::of),
                reports.count(Filters.empty(), NEWEST));
    }

    /// Reads a report without its figures.
    @Open
    @GetMapping("/reports/{id}")
    Head one(@PathVariable @Id String id) {
        return Head.of(reports.find(id).orElseThrow(Missing::new));
    }

    /// Reads the released figures, byte for byte as they were hashed.
    @Open
    @GetMapping(path = "/reports/{id}/figures", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> figures(@PathVariable @Id String id) {
        var report = reports.find(id).orElseThrow(Missing::new);
        return ResponseEntity.ok(
                report.figures().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /// Releases the report on a period. That takes its time: 202, and `Location` says where to look; 200 where it is released.
    @May({Role.REPORTER, Role.SECRETARIAT})
    @In(InterimReport.class)
    @PutMapping("/reports/{id}")
    ResponseEntity<Begun> release(@PathVariable @Id String id, @Valid @RequestBody Release it) {
        var decision = releases.ask(id, period(it.period == null ? it.halfYear : it.period), it.on);
        return reports.find(id).isPresent()
                ? Answers.ended(id, decision)
                : Answers.begun(id, decision, "/api/reporting/reports/" + id + "/release");
    }

    /// Says how far the release of a report is.
    @May({Role.REPORTER, Role.SECRETARIAT})
    @In(InterimReport.class)
    @GetMapping("/reports/{id}/release")
    Course releaseCourse(@PathVariable @Id String id) {
        return Course.of(releases.release(id).orElseThrow(Missing::new));
    }

    /// Records that a report was delivered to a body.
    @May({Role.REPORTER, Role.SECRETARIAT})
    @In(InterimReport.class)
    @PostMapping("/reports/{id}/deliver")
    Accepted deliver(@PathVariable @Id String id, @Valid @RequestBody Deliver it) {
        return Answers.done(
                id, reports.decide(id, report -> report.deliver(it.body, it.on, owedTo)));
    }

    /// Withdraws a released report: it stays readable, marked, and its period is free for another.
    @May({Role.REPORTER, Role.SECRETARIAT})
    @In(InterimReport.class)
    @PostMapping("/reports/{id}/withdraw")
    Accepted withdraw(@PathVariable @Id String id, @Valid @RequestBody WithdrawReport it) {
        return Answers.done(
                id, reports.decide(id, report -> report.withdraw(it.reason.strip(), today())));
    }

    /// Takes back that a report was delivered to a body.
    @May({Role.REPORTER, Role.SECRETARIAT})
    @In(InterimReport.class)
    @PostMapping("/reports/{id}/withdraw-delivery")
    Accepted withdrawDelivery(
            @PathVariable @Id String id, @Valid @RequestBody WithdrawDelivery it) {
        return Answers.done(
                id,
                reports.decide(
                        id,
                        report -> report.withdrawDelivery(it.body, it.reason.strip(), today())));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
    }

    /// Computes a report anew from the log and compares the hash. That takes its time: 202, and `Location` says where to look.
    @May({Role.REPORTER, Role.SECRETARIAT, Role.COMMITTEE, Role.OPERATOR})
    @PostMapping("/reports/{id}/prove")
    ResponseEntity<Begun> prove(
            @PathVariable @Id String id, @Valid @RequestBody Prove it, Actor actor) {
        if (reports.find(id).isEmpty()) throw new Missing();
        releases.askForRecalculation(id, today(), taskOf(actor));
        return Answers.begun(id, Decision.unchanged(), "/api/reporting/reports/" + id + "/proof");
    }

    /// Whose wish it was, by task and not by name.
    static By taskOf(Actor actor) {
        if (actor.is(Role.COMMITTEE)) return By.COMMITTEE;
        if (actor.is(Role.REPORTER)) return By.REPORTER;
        return actor.is(Role.SECRETARIAT) ? By.SECRETARIAT : By.OPERATOR;
    }

    /// Says what came of computing a report anew, and how far it is.
    @Open
    @GetMapping("/reports/{id}/proof")
    Proof proof(@PathVariable @Id String id) {
        var report = reports.find(id).orElseThrow(Missing::new);
        return new Proof(
                releases.recalculation(id).map(Course::of).orElse(null), report.recalculations());
    }
}
