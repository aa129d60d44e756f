package de.stadtforum.reporting.reports;

import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.reporting.Histories;
import de.stadtforum.reporting.ReportingRights;
import de.stadtforum.web.Actor;
import de.stadtforum.web.FormOn;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.Line;
import de.stadtforum.web.May;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Open;
import de.stadtforum.web.Pages;
import de.stadtforum.web.PastDay;
import de.stadtforum.web.Role;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
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
    private final Releases releases;
    private final Renderings renderings;
    private final Histories histories;
    private final AggregateStore<InterimReport> reports;
    private final ReportingRights rights;
    private final String owedTo;

    ReportPages(
            Releases releases,
            Renderings renderings,
            Histories histories,
            AggregateStore<InterimReport> reports,
            ReportingRights rights,
            @Value("${stadtforum.reports.to}") String owedTo) {
        this.owedTo = owedTo;
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
        model.addAttribute("open", releases.open());
        return "reports/list";
    }

    @May({Role.REPORTER, Role.SECRETARIAT})
    @In(value = InterimReport.class, path = "")
    @GetMapping("/berichte/vorschau")
    String preview(
            @RequestParam @Pattern(regexp = "\\d{4}-H[12]", message = "{rule.half-year}")
                    String halfYear,
            Model model) {
        model.addAttribute("releasable", releases.open().contains(ReportApi.half(halfYear)));
        model.addAttribute("today", releases.today());
        var figures = releases.preview(ReportApi.half(halfYear));
        model.addAttribute("halfYear", figures.halfYear());
        model.addAttribute("body", renderings.preview(figures));
        return "reports/preview";
    }

    @Open
    @GetMapping("/berichte/{id}")
    String report(@PathVariable @Id String id, Model model, Actor actor) {
        var report = reports.find(id).orElseThrow(Missing::new);
        model.addAttribute("report", report);
        model.addAttribute("body", renderings.page(report).orElseThrow(Missing::new));
        model.addAttribute("delivered", named(report));
        model.addAttribute(
                "runs", rights.inTheCity().givesAny(actor, Role.REPORTER, Role.SECRETARIAT));
        model.addAttribute("owedTo", owedTo);
        model.addAttribute("committee", histories.nameOf(owedTo));
        model.addAttribute("givenOn", report.delivered().get(owedTo));
        model.addAttribute("today", releases.today());
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
    @FormOn("/berichte/vorschau?halfYear={halfYear}")
    @PostMapping("/berichte")
    RedirectView release(
            @RequestParam @Pattern(regexp = "\\d{4}-H[12]", message = "{rule.half-year}")
                    String halfYear,
            @RequestParam @PastDay LocalDate on,
            @RequestParam @AssertTrue(message = "{rule.confirm}") boolean confirmed) {
        var half = ReportApi.half(halfYear);
        return Pages.after(
                releases.release(releases.idFor(half), half, on), "/berichte", "notice.released");
    }

    @May({Role.REPORTER, Role.SECRETARIAT})
    @In(InterimReport.class)
    @FormOn("/berichte/{id}")
    @PostMapping("/berichte/{id}/vorgetragen")
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
    @FormOn("/berichte/{id}")
    @PostMapping("/berichte/{id}/vorgetragen/zuruecknehmen")
    RedirectView withdrawDelivery(
            @PathVariable @Id String id,
            @RequestParam @Id String body,
            @RequestParam @Line(max = 500) String reason) {
        return Pages.after(
                reports.decide(
                        id, report -> report.withdrawDelivery(body, reason, releases.today())),
                "/berichte/" + id,
                "notice.delivery-withdrawn");
    }

    @May({Role.REPORTER, Role.SECRETARIAT})
    @In(InterimReport.class)
    @FormOn("/berichte/{id}")
    @PostMapping("/berichte/{id}/zurueckziehen")
    RedirectView withdraw(
            @PathVariable @Id String id,
            @RequestParam @Line(max = 500) String reason,
            @RequestParam @AssertTrue(message = "{rule.confirm}") boolean confirmed) {
        return Pages.after(
                releases.withdraw(id, reason), "/berichte/" + id, "notice.report-withdrawn");
    }
}
