package de.stadtforum.reporting.finalreport;

import com.mongodb.client.model.Filters;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.reporting.KnowledgeFeeds;
import de.stadtforum.reporting.ReportingRights;
import de.stadtforum.web.Actor;
import de.stadtforum.web.FormOn;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.May;
import de.stadtforum.web.Open;
import de.stadtforum.web.Pages;
import de.stadtforum.web.Role;
import de.stadtforum.web.Text;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/// The final report, for people.
@Controller
class FinalReportPages {
    private final AggregateStore<FinalReport> reports;
    private final FinalReportApi api;
    private final ReportingRights rights;
    private final KnowledgeFeeds feeds;

    FinalReportPages(
            AggregateStore<FinalReport> finalReports,
            FinalReportApi api,
            ReportingRights rights,
            KnowledgeFeeds feeds) {
        this.reports = finalReports;
        this.api = api;
        this.rights = rights;
        this.feeds = feeds;
    }

    @May({Role.REPORTER, Role.SECRETARIAT})
    @In(FinalReport.class)
    @PostMapping("/abschlussbericht/{id}/nicht-vorgelegt")
    @FormOn("/abschlussbericht")
    RedirectView notPresented(
            @PathVariable @Id String id,
            @RequestParam @Id String body,
            @RequestParam @Text(max = 500) String reason) {
        return Pages.after(
                api.withdrawn(id, body, reason),
                "/abschlussbericht",
                "notice.presentation-withdrawn");
    }

    @Open
    @GetMapping("/abschlussbericht")
    String page(Model model, Actor actor) {
        var all = reports.few(Filters.empty(), Order.ascending());
        model.addAttribute("reports", all);
        model.addAttribute("bodies", names(all));
        model.addAttribute(
                "presents", rights.inTheCity().givesAny(actor, Role.REPORTER, Role.SECRETARIAT));
        return "finalreport/report";
    }

    private TreeMap<String, String> names(List<FinalReport> all) {
        var names = new TreeMap<String, String>();
        for (var report : all)
            report.presented().keySet().forEach(body -> names.put(body, feeds.nameOf(body)));
        return names;
    }
}
