package de.stadtforum.session.recommendations;

import com.mongodb.client.model.Filters;
import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.session.RecommendationFact.Answer;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.session.Entry;
import de.stadtforum.session.NotUnknown;
import de.stadtforum.session.rosters.Names;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Cursor;
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
import de.stadtforum.web.Sure;
import de.stadtforum.web.Text;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/// Recommendations, their addressees and what became of them; overdue ones are marked.
@Controller
class RecommendationPages {

    private final AggregateStore<Recommendation> recommendations;
    private final FollowUp followUp;
    private final Names names;
    private final Clock clock;

    RecommendationPages(
            AggregateStore<Recommendation> recommendations,
            FollowUp followUp,
            Names names,
            Clock clock) {
        this.recommendations = recommendations;
        this.followUp = followUp;
        this.names = names;
        this.clock = clock;
    }

    @Open
    @GetMapping("/empfehlungen")
    String list(
            @RequestParam(name = "ab", required = false) @Cursor @Nullable String from,
            Model model) {
        var bodies = names.bodies();
        var slice =
                recommendations
                        .slice(
                                Filters.empty(),
                                Order.descending("state.made.on"),
                                from,
                                Pages.LINES)
                        .map(each -> entry(each, bodies, today()));
        model.addAttribute("words", "recommendations");
        model.addAttribute("entries", slice.lines());
        Pages.further(model, slice, from);
        return "list";
    }

    /// One line of a list, with the addressee and how far it has come.
    public static Entry entry(Recommendation it, Names.Bodies bodies, LocalDate today) {
        var overdue = it.overdueOn(today);
        return new Entry(
                it.made().on(),
                it.made().text(),
                "/empfehlungen/" + it.id(),
                bodies.of(it.made().to()),
                overdue
                        ? "danger"
                        : it.state() == Recommendation.State.ANSWERED ? "success" : "info",
                overdue ? "recommendation.overdue" : "recommendation." + it.state());
    }

    @Open
    @GetMapping("/empfehlungen/{id}")
    String one(@PathVariable @Id String id, Actor actor, Model model) {
        var recommendation = recommendations.find(id).orElseThrow(Missing::new);
        model.addAttribute("recommendation", recommendation);
        model.addAttribute("to", names.body(recommendation.made().to()));
        model.addAttribute("from", names.body(recommendation.made().body()));
        model.addAttribute("overdue", recommendation.overdueOn(today()));
        model.addAttribute("may", followUp.may(actor, recommendation));
        model.addAttribute("today", today());
        return "recommendations/recommendation";
    }

    private LocalDate today() {
        return clock.instant().atZone(PlatformClock.CITY).toLocalDate();
    }

    @May({Role.SECRETARIAT, Role.CHAIR, Role.COMMITTEE, Role.DEPARTMENT})
    @In(Recommendation.class)
    @FormOn("/empfehlungen/{id}")
    @PostMapping("/empfehlungen/{id}/weiterleiten")
    RedirectView forward(@PathVariable @Id String id, @RequestParam @PastDay LocalDate on) {
        return Pages.after(
                followUp.forward(id, on), "/empfehlungen/" + id, "notice.recommendation-forwarded");
    }

    /// Without a day it was not forwarded after all.
    @May({Role.SECRETARIAT, Role.CHAIR, Role.COMMITTEE, Role.DEPARTMENT})
    @In(Recommendation.class)
    @FormOn("/empfehlungen/{id}")
    @PostMapping("/empfehlungen/{id}/weiterleiten/berichtigen")
    RedirectView correctForwarding(
            @PathVariable @Id String id,
            @RequestParam(required = false) @PastDay @Nullable LocalDate on,
            @RequestParam @Line(max = 500) String reason) {
        return Pages.after(
                followUp.correctForwarding(id, on, reason),
                "/empfehlungen/" + id,
                "notice.corrected");
    }

    @May({Role.SECRETARIAT, Role.CHAIR, Role.COMMITTEE, Role.DEPARTMENT})
    @In(Recommendation.class)
    @FormOn("/empfehlungen/{id}")
    @PostMapping("/empfehlungen/{id}/antwort/berichtigen")
    RedirectView correctAnswer(
            @PathVariable @Id String id,
            @RequestParam @NotUnknown Answer answer,
            @RequestParam(required = false) @Text(max = PublicText.LONGEST) @Nullable String text,
            @RequestParam @PastDay LocalDate on,
            @RequestParam @Line(max = 500) String reason) {
        return Pages.after(
                followUp.correctAnswer(id, new Recommendation.Reply(answer, text, on), reason),
                "/empfehlungen/" + id,
                "notice.corrected");
    }

    @May({Role.SECRETARIAT, Role.CHAIR, Role.COMMITTEE, Role.DEPARTMENT})
    @In(Recommendation.class)
    @FormOn("/empfehlungen/{id}")
    @PostMapping("/empfehlungen/{id}/antwort/zuruecknehmen")
    RedirectView withdrawAnswer(
            @PathVariable @Id String id,
            @RequestParam @Line(max = 500) String reason,
            @RequestParam(defaultValue = "false") @Sure boolean sure) {
        return Pages.after(
                followUp.correctAnswer(id, null, reason),
                "/empfehlungen/" + id,
                "notice.withdrawn");
    }

    @May({Role.SECRETARIAT, Role.CHAIR, Role.COMMITTEE, Role.DEPARTMENT})
    @In(Recommendation.class)
    @FormOn("/empfehlungen/{id}")
    @PostMapping("/empfehlungen/{id}/antwort")
    RedirectView answer(
            @PathVariable @Id String id,
            @RequestParam @NotUnknown Answer answer,
            @RequestParam(required = false) @Text(max = PublicText.LONGEST) @Nullable String text,
            @RequestParam @PastDay LocalDate on) {
        return Pages.after(
                followUp.answer(id, new Recommendation.Reply(answer, text, on)),
                "/empfehlungen/" + id,
                "notice.answer-recorded");
    }
}
