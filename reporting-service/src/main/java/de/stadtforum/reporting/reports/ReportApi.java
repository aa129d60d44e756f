package de.stadtforum.reporting.reports;

import com.mongodb.client.model.Filters;
import de.stadtforum.city.City;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.reporting.figures.Calculation;
import de.stadtforum.reporting.figures.Figures;
import de.stadtforum.reporting.figures.HalfYear;
import de.stadtforum.web.Answers;
import de.stadtforum.web.Answers.Accepted;
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
    record Release(
            @NotNull @Pattern(regexp = HALF_YEAR, message = HALF_YEAR_RULE) String halfYear,
            @NotNull @PastDay LocalDate on) {}

    record Deliver(@NotNull @Id String body, @NotNull @PastDay LocalDate on) {}

    record WithdrawReport(@NotNull @Text(max = 500) String reason) {}

    record WithdrawDelivery(@NotNull @Id String body, @NotNull @Text(max = 500) String reason) {}

    record Prove() {}

    /// @param proven whether a replay of the log gives the hash that was released
    record Proven(String hash, boolean proven) {}

    /// A report without its figures.
    record Head(
            String id,
            String halfYear,
            LocalDate releasedOn,
            int calculation,
            String hash,
            SortedMap<String, LocalDate> delivered,
            @Nullable LocalDate withdrawnOn,
            @Nullable String withdrawnFor) {
        static Head of(InterimReport it) {
            return new Head(
                    it.id(),
                    it.halfYear(),
                    it.releasedOn(),
                    it.calculation(),
                    it.hash(),
                    it.delivered(),
                    it.withdrawnOn(),
                    it.withdrawnFor());
        }
    }

    private static final Order NEWEST = Order.descending("state.halfYear");

    static final String HALF_YEAR = "20\\d{2}-H[12]";
    static final String HALF_YEAR_RULE = "{rule.half-year}";

    private final Clock clock;
    private final String owedTo;
    private final Releases releases;
    private final AggregateStore<InterimReport> reports;

    ReportApi(Releases releases, AggregateStore<InterimReport> reports, Clock clock, City city) {
        this.owedTo = city.profile().reportedTo();
        this.clock = clock;
        this.releases = releases;
        this.reports = reports;
    }

    static HalfYear half(String name) {
        return HalfYear.of(name)
                .orElseThrow(() -> new BadInput("halfYear", "ein Halbjahr wie 2024-H1"));
    }

    /// Computes the figures of a half-year as they would be released now.
    @Open
    @GetMapping("/figures")
    Figures preview(@RequestParam String halfYear) {
        return releases.preview(half(halfYear));
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

    /// Releases the report on a half-year.
    @May({Role.REPORTER, Role.SECRETARIAT})
    @In(InterimReport.class)
    @PutMapping("/reports/{id}")
    ResponseEntity<Accepted> release(@PathVariable @Id String id, @Valid @RequestBody Release it) {
        return Answers.created(id, releases.release(id, half(it.halfYear), it.on));
    }

    /// Records that a report was delivered to a body.
    @May({Role.REPORTER, Role.SECRETARIAT})
    @In(InterimReport.class)
    @PostMapping("/reports/{id}/deliver")
    Accepted deliver(@PathVariable @Id String id, @Valid @RequestBody Deliver it) {
        return Answers.done(
                id, reports.decide(id, report -> report.deliver(it.body, it.on, owedTo)));
    }

    /// Withdraws a released report: it stays readable, marked, and its half-year is free for another.
    @May({Role.REPORTER, Role.SECRETARIAT})
    @In(InterimReport.class)
    @PostMapping("/reports/{id}/withdraw")
    Accepted withdraw(@PathVariable @Id String id, @Valid @RequestBody WithdrawReport it) {
        return Answers.done(id, releases.withdraw(id, it.reason.strip(), today()));
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

    /// Computes a report anew from the log and compares the hash.
    @May({Role.REPORTER, Role.SECRETARIAT, Role.COMMITTEE, Role.OPERATOR})
    @PostMapping("/reports/{id}/prove")
    Proven prove(@PathVariable @Id String id, @Valid @RequestBody Prove it) {
        var report = reports.find(id).orElseThrow(Missing::new);
        Answers.done(id, report.provableWith(Calculation.VERSION));
        var proof = releases.prove(report);
        return new Proven(proof.hash(), proof.hash().equals(report.hash()));
    }
}
