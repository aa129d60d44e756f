package de.stadtforum.membership.bodies;

import de.stadtforum.membership.SeatId;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.web.Actor;
import de.stadtforum.web.FormOn;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.Line;
import de.stadtforum.web.May;
import de.stadtforum.web.Pages;
import de.stadtforum.web.PastDay;
import de.stadtforum.web.PlannedDay;
import de.stadtforum.web.Role;
import de.stadtforum.web.Sure;
import de.stadtforum.web.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.view.RedirectView;

/// What ends on a seat, what was named by mistake, and whom the secretariat asks to name somebody: the forms below a roster.
@Controller
@RequestMapping("/gremien/{id}")
class SeatCorrectionForms {
    private static final String WHOM = "[a-z0-9][a-z0-9-]{0,79}/[a-z0-9][a-z0-9-]{0,63}";

    record EndForm(
            @NotNull @SeatId String seat,
            @NotNull @PlannedDay LocalDate until,
            @Sure Boolean sure) {}

    /// @param whom seat and person, as one choice
    record EndDeputyForm(
            @NotNull @Pattern(regexp = WHOM, message = "{rule.choice}") String whom,
            @NotNull @PlannedDay LocalDate until,
            @Sure Boolean sure) {}

    /// @param whom what was named, seat and person, as one choice
    record MistakeForm(
            @NotNull @Pattern(regexp = "(mitglied|vertretung)/" + WHOM, message = "{rule.choice}")
                    String whom,
            @NotNull @Text(max = 500) String reason,
            @Sure Boolean sure) {}

    record CorrectedEndForm(
            @NotNull @Pattern(regexp = WHOM, message = "{rule.choice}") String whom,
            @Nullable @PlannedDay LocalDate until,
            @NotNull @Text(max = 500) String reason) {}

    record NameForm(
            @NotNull @Pattern(regexp = WHOM, message = "{rule.choice}") String whom,
            @NotNull @Line(max = 200) String name,
            @NotNull @Text(max = 500) String reason) {}

    record AskForm(@NotNull @SeatId String seat, @NotNull @PastDay LocalDate on) {}

    private final SeatDesk desk;
    private final AggregateStore<Body> bodies;

    SeatCorrectionForms(SeatDesk desk, AggregateStore<Body> bodies) {
        this.desk = desk;
        this.bodies = bodies;
    }

    @May({Role.SECRETARIAT, Role.DELEGATING_INSTITUTION})
    @In(value = Body.class, field = "seat")
    @FormOn("/gremien/{id}")
    @PostMapping("/benennungen/ende")
    RedirectView endDelegation(
            @PathVariable @Id String id, @Valid @ModelAttribute EndForm form, Actor actor) {
        return answer(
                id,
                desk.endDelegation(actor, id, form.seat, form.until),
                "notice.delegation-ended");
    }

    @May({Role.SECRETARIAT, Role.DELEGATING_INSTITUTION})
    @In(value = Body.class, field = "whom")
    @FormOn("/gremien/{id}")
    @PostMapping("/benennungen/ende/berichtigung")
    RedirectView correctEnd(
            @PathVariable @Id String id,
            @Valid @ModelAttribute CorrectedEndForm form,
            Actor actor) {
        return answer(
                id,
                desk.correctEnd(
                        actor,
                        id,
                        seat(form.whom),
                        person(form.whom),
                        form.until,
                        form.reason.strip()),
                "notice.delegation-end-corrected");
    }

    @May({Role.SECRETARIAT, Role.DELEGATING_INSTITUTION})
    @In(value = Body.class, field = "whom")
    @FormOn("/gremien/{id}")
    @PostMapping("/vertretungen/ende")
    RedirectView endDeputy(
            @PathVariable @Id String id, @Valid @ModelAttribute EndDeputyForm form, Actor actor) {
        return answer(
                id,
                desk.endDeputy(actor, id, seat(form.whom), person(form.whom), form.until),
                "notice.deputy-ended");
    }

    @May({Role.SECRETARIAT, Role.DELEGATING_INSTITUTION})
    @In(value = Body.class, field = "whom")
    @FormOn("/gremien/{id}")
    @PostMapping("/irrtuemer")
    RedirectView withdraw(
            @PathVariable @Id String id, @Valid @ModelAttribute MistakeForm form, Actor actor) {
        var slash = form.whom.indexOf('/');
        var named = form.whom.substring(slash + 1);
        var reason = form.reason.strip();
        return form.whom.startsWith("mitglied")
                ? answer(
                        id,
                        desk.withdrawDelegation(actor, id, seat(named), person(named), reason),
                        "notice.delegation-withdrawn")
                : answer(
                        id,
                        desk.withdrawDeputy(actor, id, seat(named), person(named), reason),
                        "notice.deputy-withdrawn");
    }

    @May({Role.SECRETARIAT, Role.DELEGATING_INSTITUTION})
    @In(value = Body.class, field = "whom")
    @FormOn("/gremien/{id}")
    @PostMapping("/namen")
    RedirectView rename(
            @PathVariable @Id String id, @Valid @ModelAttribute NameForm form, Actor actor) {
        return answer(
                id,
                desk.rename(
                        actor,
                        id,
                        seat(form.whom),
                        person(form.whom),
                        form.name.strip(),
                        form.reason.strip()),
                "notice.person-renamed");
    }

    /// Records that the holder of a seat was asked to name somebody.
    @May(Role.SECRETARIAT)
    @In(Body.class)
    @FormOn("/gremien/{id}")
    @PostMapping("/anfragen")
    RedirectView ask(@PathVariable @Id String id, @Valid @ModelAttribute AskForm form) {
        return answer(
                id,
                bodies.decide(id, body -> body.invite(form.seat, form.on)),
                "notice.holder-invited");
    }

    private static String seat(String whom) {
        return whom.substring(0, whom.indexOf('/'));
    }

    private static String person(String whom) {
        return whom.substring(whom.indexOf('/') + 1);
    }

    private static RedirectView answer(String id, Decision<?> decision, String notice) {
        return Pages.after(decision, "/gremien/" + id, notice);
    }
}
