package de.stadtforum.reporting.obligations;

import com.github.benmanes.caffeine.cache.LoadingCache;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.reporting.KnowledgeFeeds;
import de.stadtforum.reporting.Lately;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Open;
import de.stadtforum.web.PastDay;
import de.stadtforum.web.PlannedDay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// The obligations with how they stand, for programs and for people.
@Controller
class Obligations {
    private static final int MOST_DAYS = 64;
    private static final int LATEST = 5;

    /// @param list what the sentence lists
    record Sentence(
            String id,
            String quote,
            List<String> list,
            Obligation.Strength strength,
            String owes) {}

    /// @param values what was measured, by name
    record Standing(
            Light light, String note, Map<String, Object> values, List<State.Link> evidence) {}

    /// A sentence and how it stands.
    record Line(Sentence sentence, Standing state) {
        static Line of(State it) {
            var obligation = it.obligation();
            return new Line(
                    new Sentence(
                            obligation.id(),
                            obligation.quote(),
                            obligation.list(),
                            obligation.strength(),
                            obligation.owes()),
                    new Standing(it.light(), it.note(), it.values(), it.evidence()));
        }
    }

    private record Asked(LocalDate on, LocalDate known) {}

    private final Ledger ledger;
    private final KnowledgeFeeds feeds;
    private final OwnReports ownReports;
    private final LightHistory history;
    private final Clock clock;
    private final LoadingCache<Asked, List<State>> lately;
    private final LoadingCache<Integer, List<LightHistory.Latest>> changes;

    /// @param fresh so old may be what is shown, however many ask
    Obligations(
            Ledger ledger,
            KnowledgeFeeds feeds,
            OwnReports ownReports,
            LightHistory history,
            Clock clock,
            @Value("${stadtforum.reporting.fresh:2s}") Duration fresh) {
        this.ledger = ledger;
        this.feeds = feeds;
        this.ownReports = ownReports;
        this.history = history;
        this.clock = clock;
        lately = Lately.cache(fresh, MOST_DAYS, this::read);
        changes = Lately.cache(fresh, 1, history::latest);
    }

    private List<State> read(Asked asked) {
        return ledger.on(asked.on, feeds.lately(ownReports.entries(), asked.known));
    }

    /// @param on null for today
    /// @param known null for what is known today
    private List<State> states(@Nullable LocalDate on, @Nullable LocalDate known) {
        var day = on == null ? today() : on;
        return lately.get(new Asked(day, known == null ? LocalDate.MAX : known));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
    }

    private List<State> owed(@Nullable LocalDate on, @Nullable LocalDate known) {
        return states(on, known).stream()
                .filter(each -> each.obligation().obliges())
                .sorted(Comparator.comparing(State::light))
                .toList();
    }

    /// Lists all sentences of the resolution with how they stand today.
    @Open
    @ResponseBody
    @GetMapping("/api/reporting/sentences")
    List<Line> sentences() {
        return states(null, null).stream().map(Line::of).toList();
    }

    /// Lists the obligations with how they stood on a day, with all that is known by now or as it was known on another day.
    @Open
    @ResponseBody
    @GetMapping("/api/reporting/obligations")
    List<Line> obligations(
            @RequestParam(required = false) @PlannedDay @Nullable LocalDate on,
            @RequestParam(required = false) @PlannedDay @Nullable LocalDate known) {
        return owed(on, known).stream().map(Line::of).toList();
    }

    @Open
    @GetMapping("/pflichten")
    String page(Model model) {
        model.addAttribute("states", owed(null, null));
        return "obligations/owed";
    }

    @Open
    @GetMapping("/beschluss")
    String resolution(
            @RequestParam(required = false) @Nullable Light stand,
            @RequestParam(required = false) @PastDay @Nullable LocalDate am,
            Model model) {
        var states = states(am, null);
        var numbers = new EnumMap<Light, Integer>(Light.class);
        states.forEach(each -> numbers.merge(each.light(), 1, Integer::sum));
        model.addAttribute("numbers", numbers);
        model.addAttribute("day", am);
        model.addAttribute("changes", am == null ? changes.get(LATEST) : List.of());
        model.addAttribute("today", today());
        model.addAttribute("chosen", stand);
        model.addAttribute(
                "states",
                stand == null
                        ? states
                        : states.stream().filter(each -> each.light() == stand).toList());
        return "obligations/resolution";
    }

    @Open
    @GetMapping("/beschluss/{id}")
    String one(@PathVariable String id, Model model) {
        model.addAttribute(
                "state",
                states(null, null).stream()
                        .filter(each -> each.obligation().id().equals(id))
                        .findFirst()
                        .orElseThrow(Missing::new));
        model.addAttribute("written", history.written());
        model.addAttribute("history", history.of(id));
        return "obligations/obligation";
    }
}
