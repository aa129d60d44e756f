package de.stadtforum.membership.bodies;

import de.stadtforum.membership.SeatId;
import de.stadtforum.membership.persons.Person;
import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.messaging.Decision;
import de.stadtforum.messaging.Decision.Refused;
import de.stadtforum.web.Actor;
import de.stadtforum.web.BadInput;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.May;
import de.stadtforum.web.Pages;
import de.stadtforum.web.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.view.RedirectView;

/// The forms below a roster, for the secretariat and for who holds a seat: a known person is chosen, a new one is entered with the id that the form brings.
@Controller
@RequestMapping("/gremien/{id}")
class SeatForms {
    private static final String ID_OR_NOTHING = "|[a-z0-9][a-z0-9-]{0,63}";

    record DelegateForm(
            @NotNull @SeatId String seat,
            @Nullable @Pattern(regexp = ID_OR_NOTHING) String person,
            @Nullable @Size(max = 200) String name,
            @NotNull @Id String newPerson,
            @NotNull LocalDate from) {}

    record DeputyForm(
            @NotNull @SeatId String seat,
            @Nullable @Pattern(regexp = ID_OR_NOTHING) String person,
            @Nullable @Size(max = 200) String name,
            @NotNull @Id String newPerson,
            @NotNull @Min(1) @Max(20) Integer rank,
            @NotNull LocalDate from) {}

    record EndForm(@NotNull @SeatId String seat, @NotNull LocalDate until) {}

    private final SeatDesk desk;
    private final AggregateStore<Person> persons;
    private final BodyRights rights;

    SeatForms(SeatDesk desk, AggregateStore<Person> persons, BodyRights rights) {
        this.desk = desk;
        this.persons = persons;
        this.rights = rights;
    }

    @May({Role.SECRETARIAT, Role.DELEGATING_INSTITUTION})
    @In(value = Body.class, field = "seat")
    @PostMapping("/benennungen")
    RedirectView nameDelegate(
            @PathVariable @Id String id, @Valid @ModelAttribute DelegateForm form, Actor actor) {
        return answer(
                id,
                withPerson(
                        actor,
                        id,
                        form.seat,
                        form.person,
                        form.name,
                        form.newPerson,
                        person -> desk.nameDelegate(actor, id, form.seat, person, form.from)),
                "notice.delegate-named");
    }

    @May({Role.SECRETARIAT, Role.DELEGATING_INSTITUTION})
    @In(value = Body.class, field = "seat")
    @PostMapping("/vertretungen")
    RedirectView nameDeputy(
            @PathVariable @Id String id, @Valid @ModelAttribute DeputyForm form, Actor actor) {
        return answer(
                id,
                withPerson(
                        actor,
                        id,
                        form.seat,
                        form.person,
                        form.name,
                        form.newPerson,
                        person ->
                                desk.nameDeputy(
                                        actor, id, form.seat, person, form.rank, form.from)),
                "notice.deputy-named");
    }

    @May({Role.SECRETARIAT, Role.DELEGATING_INSTITUTION})
    @In(value = Body.class, field = "seat")
    @PostMapping("/benennungen/ende")
    RedirectView endDelegation(
            @PathVariable @Id String id, @Valid @ModelAttribute EndForm form, Actor actor) {
        return answer(
                id,
                desk.endDelegation(actor, id, form.seat, form.until),
                "notice.delegation-ended");
    }

    private Decision<?> withPerson(
            Actor actor,
            String body,
            String seat,
            @Nullable String chosen,
            @Nullable String name,
            String newPerson,
            Function<String, Decision<Body>> command) {
        rights.needForSeat(actor, desk.body(body), seat); // before a person is introduced
        if (name == null || name.isBlank()) {
            if (chosen == null || chosen.isEmpty())
                throw new BadInput(
                        "person", "Wählen Sie eine Person aus oder geben Sie einen Namen ein.");
            return command.apply(chosen);
        }
        var introduced =
                persons.create(
                        newPerson, existing -> Person.know(existing, newPerson, name.strip()));
        return introduced instanceof Refused<Person> ? introduced : command.apply(newPerson);
    }

    private static RedirectView answer(String id, Decision<?> decision, String notice) {
        return Pages.after(decision, "/gremien/" + id, notice);
    }
}
