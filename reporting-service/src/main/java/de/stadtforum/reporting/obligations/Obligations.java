package de.stadtforum.reporting.obligations;

import com.mongodb.client.model.Filters;
import de.stadtforum.city.City;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.reporting.Histories;
import de.stadtforum.reporting.Sentence;
import de.stadtforum.reporting.figures.Districts;
import de.stadtforum.reporting.finalreport.FinalReport;
import de.stadtforum.reporting.obligations.SentenceStates.OpenDistricts;
import de.stadtforum.reporting.reports.InterimReport;
import de.stadtforum.web.Open;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// The resolution's sentences with their state, for programs and for people.
@Controller
class Obligations {
    /// A sentence and how far it is.
    record Line(Sentence sentence, State state) {}

    private final List<Sentence> sentences = Sentence.all();
    private final OpenDistricts districts;
    private final Histories histories;
    private final AggregateStore<InterimReport> reports;
    private final AggregateStore<FinalReport> finalReports;
    private final Clock clock;

    Obligations(
            Histories histories,
            AggregateStore<InterimReport> reports,
            AggregateStore<FinalReport> finalReports,
            City city,
            Clock clock) {
        this.districts = openDistricts(Districts.of(city));
        this.histories = histories;
        this.reports = reports;
        this.finalReports = finalReports;
        this.clock = clock;
    }

    private static OpenDistricts openDistricts(Districts all) {
        var open = new TreeMap<String, String>();
        all.names()
                .forEach((id, name) -> {
                    if (all.open().getOrDefault(id, false)) open.put(id, name);
                });
        return new OpenDistricts(open, all.due());
    }

    private List<Line> lines(@Nullable LocalDate on) {
        var today = on == null ? LocalDate.ofInstant(clock.instant(), PlatformClock.CITY) : on;
        var states =
                new SentenceStates(
                        histories.lately(),
                        reports.few(Filters.empty(), Order.ascending("state.halfYear")),
                        finalReports.few(Filters.empty(), Order.ascending()),
                        districts,
                        today);
        return sentences.stream().map(each -> new Line(each, states.of(each))).toList();
    }

    /// Lists all sentences of the resolution with their state.
    @Open
    @ResponseBody
    @GetMapping("/api/reporting/sentences")
    List<Line> sentences() {
        return lines(null);
    }

    /// Lists the obligations with their state on a day.
    @Open
    @ResponseBody
    @GetMapping("/api/reporting/obligations")
    List<Line> obligations(@RequestParam(required = false) @Nullable LocalDate on) {
        return owed(on);
    }

    private List<Line> owed(@Nullable LocalDate on) {
        return lines(on).stream()
                .filter(line -> line.sentence.obliges())
                .sorted(Comparator.comparing(line -> line.state.progress()))
                .toList();
    }

    @Open
    @GetMapping("/pflichten")
    String page(Model model) {
        model.addAttribute("lines", owed(null));
        return "obligations/owed";
    }

    @Open
    @GetMapping("/masterplan")
    String masterPlan(Model model) {
        model.addAttribute("lines", lines(null));
        return "obligations/masterplan";
    }
}
