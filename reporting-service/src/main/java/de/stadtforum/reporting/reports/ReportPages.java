package de.stadtforum.reporting.reports;

import de.stadtforum.city.City;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.reporting.KnowledgeFeeds;
import de.stadtforum.reporting.ReportingRights;
import de.stadtforum.reporting.figures.Period;
import de.stadtforum.reporting.jobs.Job;
import de.stadtforum.reporting.reports.Recalculation.Obstacle;
import de.stadtforum.reporting.reports.Recalculation.Outcome;
import de.stadtforum.web.Actor;
import de.stadtforum.web.BadInput;
import de.stadtforum.web.FormOn;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.May;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Open;
import de.stadtforum.web.Pages;
import de.stadtforum.web.PastDay;
import de.stadtforum.web.PlannedDay;
import de.stadtforum.web.Role;
import de.stadtforum.web.Sure;
import de.stadtforum.web.Text;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/// Interim reports for people.
@Controller
class ReportPages {
    /// In seconds.
    private static final String REFRESH = "2";

    private final Clock clock;
    private final MessageSource words;
    private final String owedTo;
    private final Releases releases;
    private final Renderings renderings;
    private final KnowledgeFeeds feeds;
    private final AggregateStore<InterimReport> reports;
    private final ReportingRights rights;

    ReportPages(
            City city,
            Releases releases,
            Renderings renderings,
            KnowledgeFeeds feeds,
            AggregateStore<InterimReport> reports,
            ReportingRights rights,
            MessageSource words,
            Clock clock) {
        this.owedTo = city.profile().reportedTo();
        this.clock = clock;
        this.words = words;
        this.releases = releases;
        this.renderings = renderings;
        this.feeds = feeds;
        this.reports = reports;
        this.rights = rights;
    }

    @Open
    @GetMapping("/berichte")
    String list(Model model, Actor actor) {
        model.addAttribute("releases", may(actor));
        model.addAttribute("reports", releases.all());
        if (may(actor)) {
            model.addAttribute("open", releases.open(today()));
            model.addAttribute(
                    "underWay", releases.underWay().stream().map(ReleaseLine::of).toList());
        }
        return "reports/list";
    }

    /// A release that has not ended.
    public record ReleaseLine(String id, String words) {
        static ReleaseLine of(Job job) {
            return new ReleaseLine(job.subject(), Release.period(job).words());
        }
    }

    /// A report as it would be released, and what is frozen with it.
    ///
    /// @param period by its name; or its first and last day
    @May({Role.REPORTER, Role.SECRETARIAT})
    @In(value = InterimReport.class, path = "")
    @GetMapping("/berichte/vorschau")
    String preview(
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @PlannedDay @Nullable LocalDate from,
            @RequestParam(required = false) @PlannedDay @Nullable LocalDate until,
            Model model) {
        var chosen = period != null ? ReportApi.period(period) : days(from, until);
        if (chosen.from().isAfter(today()))
            throw new BadInput(
                    period != null ? "period" : "from", "Dieser Zeitraum hat noch nicht begonnen.");
        var figures = releases.preview(chosen, today());
        model.addAttribute("period", chosen);
        model.addAttribute("today", today());
        model.addAttribute("over", chosen.over(today()));
        model.addAttribute("releasable", releases.releasable(chosen, today()));
        model.addAttribute("committee", feeds.nameOf(owedTo));
        model.addAttribute("body", renderings.preview(figures));
        return "reports/preview";
    }

    private static Period days(@Nullable LocalDate from, @Nullable LocalDate until) {
        if (from == null)
            throw new BadInput("from", "Bitte geben Sie den ersten Tag des Zeitraums an.");
        if (until == null)
            throw new BadInput("until", "Bitte geben Sie den letzten Tag des Zeitraums an.");
        if (until.isBefore(from))
            throw new BadInput("until", "Der letzte Tag kann nicht vor dem ersten liegen.");
        return ReportApi.period(new Period(from, until).name());
    }

    @Open
    @GetMapping("/berichte/{id}")
    String report(@PathVariable @Id String id, Model model, Actor actor) {
        var report = reports.find(id).orElseThrow(Missing::new);
        model.addAttribute("report", report);
        model.addAttribute("body", renderings.page(report).orElseThrow(Missing::new));
        model.addAttribute("half", report.period().words());
        model.addAttribute("recalculates", recalculates(actor));
        model.addAttribute("recalculated", recalculated(report));
        model.addAttribute("delivered", named(report));
        model.addAttribute("releases", may(actor));
        model.addAttribute("owedTo", owedTo);
        model.addAttribute("committee", feeds.nameOf(owedTo));
        model.addAttribute("given", report.delivered().containsKey(owedTo));
        return "reports/report";
    }

    private boolean may(Actor actor) {
        return rights.inTheCity().givesAny(actor, Role.REPORTER, Role.SECRETARIAT);
    }

    private static boolean recalculates(Actor actor) {
        return actor.isAny(Role.REPORTER, Role.SECRETARIAT, Role.COMMITTEE, Role.OPERATOR);
    }

    /// The newest first, in words.
    private List<Recalculated> recalculated(InterimReport report) {
        return report.recalculations().reversed().stream()
                .map(each ->
                        new Recalculated(
                                each.on(),
                                word("recalculation.by." + each.by().name()),
                                said(each),
                                each.outcome() == Outcome.SAME_HASH))
                .toList();
    }

    public record Recalculated(LocalDate on, String by, String result, boolean same) {}

    private String said(Recalculation it) {
        return switch (it.outcome()) {
            case SAME_HASH -> word("recalculation.SAME_HASH");
            case OTHER_HASH -> word("recalculation.OTHER_HASH", it.hash());
            case NOT_COMPUTABLE -> word("recalculation." + it.why(), about(it));
        };
    }

    /// A copy of what others tell has a name for people.
    private @Nullable String about(Recalculation it) {
        return it.why() == Obstacle.FOLD_NOT_KEPT
                ? word("operations.feed." + it.about())
                : it.about();
    }

    private String word(String key, @Nullable Object... arguments) {
        return words.getMessage(key, arguments, Locale.GERMAN);
    }

    private TreeMap<String, LocalDate> named(InterimReport report) {
        var named = new TreeMap<String, LocalDate>();
        report.delivered().forEach((body, day) -> named.put(feeds.nameOf(body), day));
        return named;
    }

    @Open
    @GetMapping("/berichte/{id}.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable @Id String id) {
        var pdf =
                renderings
                        .pdf(reports.find(id).orElseThrow(Missing::new))
                        .orElseThrow(Missing::new);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + id + ".pdf\"")
                .body(pdf);
    }

    @May({Role.REPORTER, Role.SECRETARIAT})
    @In(value = InterimReport.class, path = "")
    @PostMapping("/berichte")
    @FormOn("/berichte/vorschau?period={period}")
    RedirectView release(
            @RequestParam @Pattern(regexp = Period.NAME, message = ReportApi.PERIOD_RULE)
                    String period,
            @RequestParam @PastDay LocalDate on,
            @RequestParam(defaultValue = "false") @Sure boolean sure) {
        var chosen = ReportApi.period(period);
        var id = releases.idFor(chosen);
        return Pages.after(
                releases.ask(id, chosen, on), "/berichte/" + id + "/freigabe", "notice.releasing");
    }

    /// How far the release is. The page asks anew by itself until it is over, without a script.
    @May({Role.REPORTER, Role.SECRETARIAT})
    @In(InterimReport.class)
    @GetMapping("/berichte/{id}/freigabe")
    String release(
            @PathVariable @Id String id,
            @RequestParam(defaultValue = "false") boolean still,
            Model model,
            HttpServletResponse response) {
        var job = releases.release(id).orElseThrow(Missing::new);
        model.addAttribute("id", id);
        model.addAttribute("words", Release.period(job).words());
        model.addAttribute("period", Release.period(job).name());
        model.addAttribute("on", Release.on(job));
        course(job, still, model, response);
        return "reports/release";
    }

    /// @param still whether the page is to stay as it is until somebody asks (WCAG 2.2.2)
    private void course(Job job, boolean still, Model model, HttpServletResponse response) {
        if (job.open() && !still) response.setHeader("Refresh", REFRESH);
        model.addAttribute("job", job);
        model.addAttribute("asks", word(still ? "job.still" : "job.refresh"));
        model.addAttribute("other", still ? "?" : "?still=true");
        model.addAttribute("otherWay", word(still ? "job.go-on" : "job.stop"));
        model.addAttribute("step", word("job." + (job.step() == null ? "WAITING" : job.step())));
        model.addAttribute("failure", job.failure() == null ? "" : failure(job.failure()));
    }

    /// A rule has its words, anything else is the program's fault.
    private String failure(String name) {
        var rule = "refusal." + name.toLowerCase(Locale.ROOT).replace('_', '-');
        return Objects.requireNonNullElseGet(
                words.getMessage(rule, null, null, Locale.GERMAN), () -> word("job.BROKEN_OFF"));
    }

    @May({Role.REPORTER, Role.SECRETARIAT, Role.COMMITTEE, Role.OPERATOR})
    @PostMapping("/berichte/{id}/nachrechnen")
    @FormOn("/berichte/{id}")
    RedirectView recalculate(@PathVariable @Id String id, Actor actor) {
        if (reports.find(id).isEmpty()) throw new Missing();
        releases.askForRecalculation(id, today(), ReportApi.taskOf(actor));
        return Pages.to("/berichte/" + id + "/nachrechnen", "notice.recalculating");
    }

    /// How far the recalculation is, and what came of it.
    @May({Role.REPORTER, Role.SECRETARIAT, Role.COMMITTEE, Role.OPERATOR})
    @GetMapping("/berichte/{id}/nachrechnen")
    String recalculation(
            @PathVariable @Id String id,
            @RequestParam(defaultValue = "false") boolean still,
            Model model,
            HttpServletResponse response) {
        // the result is written before the job ends
        var job = releases.recalculation(id).orElseThrow(Missing::new);
        var report = reports.find(id).orElseThrow(Missing::new);
        model.addAttribute("report", report);
        model.addAttribute("words", report.period().words());
        model.addAttribute("recalculated", recalculated(report));
        course(job, still, model, response);
        return "reports/recalculation";
    }

    @May({Role.REPORTER, Role.SECRETARIAT})
    @In(InterimReport.class)
    @PostMapping("/berichte/{id}/vorgetragen")
    @FormOn("/berichte/{id}")
    RedirectView deliver(
            @PathVariable @Id String id,
            @RequestParam @Id String body,
            @RequestParam @PastDay LocalDate on) {
        return Pages.after(
                reports.decide(id, report -> report.deliver(body, on, owedTo)),
                "/berichte/" + id,
                "notice.delivered");
    }

    @May({Role.REPORTER, Role.SECRETARIAT})
    @In(InterimReport.class)
    @PostMapping("/berichte/{id}/nicht-vorgetragen")
    @FormOn("/berichte/{id}")
    RedirectView withdrawDelivery(
            @PathVariable @Id String id,
            @RequestParam @Id String body,
            @RequestParam @Text(max = 500) String reason) {
        return Pages.after(
                reports.decide(
                        id, report -> report.withdrawDelivery(body, reason.strip(), today())),
                "/berichte/" + id,
                "notice.delivery-withdrawn");
    }

    @May({Role.REPORTER, Role.SECRETARIAT})
    @In(InterimReport.class)
    @PostMapping("/berichte/{id}/zurueckziehen")
    @FormOn("/berichte/{id}")
    RedirectView withdraw(
            @PathVariable @Id String id,
            @RequestParam @Text(max = 500) String reason,
            @RequestParam(defaultValue = "false") @Sure boolean sure) {
        return Pages.after(
                reports.decide(id, report -> report.withdraw(reason.strip(), today())),
                "/berichte/" + id,
                "notice.report-withdrawn");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
    }
}
