package de.stadtforum.reporting.reports;

import de.stadtforum.city.City;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.reporting.Histories;
import de.stadtforum.reporting.ReportingRights;
import de.stadtforum.web.Actor;
import de.stadtforum.web.FormOn;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.May;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Open;
import de.stadtforum.web.Pages;
import de.stadtforum.web.PastDay;
import de.stadtforum.web.Role;
import de.stadtforum.web.Sure;
import de.stadtforum.web.Text;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.LocalDate;
import java.util.TreeMap;
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
    private final Clock clock;
    private final String owedTo;
    private final Releases releases;
    private final Renderings renderings;
    private final Histories histories;
    private final AggregateStore<InterimReport> reports;
    private final ReportingRights rights;

    ReportPages(
            Releases releases,
            Renderings renderings,
            Histories histories,
            AggregateStore<InterimReport> reports,
            ReportingRights rights,
            Clock clock,
            City city) {
        this.owedTo = city.profile().reportedTo();
        this.clock = clock;
        this.releases = releases;
        this.renderings = renderings;
        this.histories = histories;
        this.reports = reports;
        this.rights = rights;
    }

    @Open
    @GetMapping("/berichte")
    String list(Model model, Actor actor) {
        model.addAttribute(
                "releases", rights.inTheCity().givesAny(actor, Role.REPORTER, Role.SECRETARIAT));
        model.addAttribute("reports", releases.all());
        model.addAttribute("open", releases.open(today()));
        return "reports/list";
    }

    @May({Role.REPORTER, Role.SECRETARIAT})
    @In(value = InterimReport.class, path = "")
    @GetMapping("/berichte/vorschau")
    String preview(@RequestParam String halfYear, Model model) {
        var figures = releases.preview(ReportApi.half(halfYear));
        model.addAttribute("halfYear", figures.halfYear());
        model.addAttribute("today", today());
        model.addAttribute("over", releases.open(today()).contains(ReportApi.half(halfYear)));
        model.addAttribute("body", renderings.preview(figures));
        return "reports/preview";
    }

    @Open
    @GetMapping("/berichte/{id}")
    String report(@PathVariable @Id String id, Model model, Actor actor) {
        var report = reports.find(id).orElseThrow(Missing::new);
        model.addAttribute("report", report);
        model.addAttribute("body", renderings.page(report).orElseThrow(Missing::new));
        model.addAttribute("half", ReportApi.half(report.halfYear()).words());
        model.addAttribute("delivered", named(report));
        model.addAttribute(
                "releases", rights.inTheCity().givesAny(actor, Role.REPORTER, Role.SECRETARIAT));
        model.addAttribute("owedTo", owedTo);
        model.addAttribute("committee", histories.nameOf(owedTo));
        model.addAttribute("given", report.delivered().containsKey(owedTo));
        return "reports/report";
    }

    private TreeMap<String, LocalDate> named(InterimReport report) {
        var named = new TreeMap<String, LocalDate>();
        report.delivered().forEach((body, day) -> named.put(histories.nameOf(body), day));
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
    @FormOn("/berichte/vorschau?halfYear={halfYear}")
    RedirectView release(
            @RequestParam @Pattern(regexp = ReportApi.HALF_YEAR, message = ReportApi.HALF_YEAR_RULE)
                    String halfYear,
            @RequestParam @PastDay LocalDate on,
            @RequestParam(defaultValue = "false") @Sure boolean sure) {
        var half = ReportApi.half(halfYear);
        var id = releases.idFor(half);
        return Pages.after(releases.release(id, half, on), "/berichte", "notice.released");
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
                releases.withdraw(id, reason.strip(), today()),
                "/berichte/" + id,
                "notice.report-withdrawn");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
    }
}
