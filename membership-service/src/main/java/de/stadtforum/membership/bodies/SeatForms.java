package de.stadtforum.membership.bodies;

import de.stadtforum.membership.SeatId;
import de.stadtforum.membership.persons.Names;
import de.stadtforum.membership.persons.Person;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Decision.Refused;
import de.stadtforum.web.Actor;
import de.stadtforum.web.BadInput;
import de.stadtforum.web.FormOn;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.Line;
import de.stadtforum.web.May;
import de.stadtforum.web.Pages;
import de.stadtforum.web.PlannedDay;
import de.stadtforum.web.Refusal;
import de.stadtforum.web.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// Naming by form, for the secretariat and for who holds a seat: a known person is chosen, a new one is entered with the id that the form brings.
/// Where a person of that name is on record, or somebody would be replaced, a second page asks.
@Controller
@RequestMapping("/gremien/{id}")
class SeatForms {
    private static final String ID_OR_NOTHING = "|[a-z0-9][a-z0-9-]{0,63}";

    /// @param asked whether the second page has asked: then whoever is chosen there counts, and nobody means somebody new
    record DelegateForm(
            @NotNull @SeatId String seat,
            @Nullable @Pattern(regexp = ID_OR_NOTHING, message = "{rule.choice}") String person,
            @Nullable @Line(max = 200) String name,
            @NotNull @Id String newPerson,
            @NotNull @PlannedDay LocalDate from,
            @Nullable @Pattern(regexp = ID_OR_NOTHING, message = "{rule.choice}") String replaces,
            @Nullable Boolean asked) {
        DelegateForm {
            name = Typed.orNone(name);
        }

        private boolean wasAsked() {
            return Boolean.TRUE.equals(asked);
        }
    }

    record DeputyForm(
            @NotNull @SeatId String seat,
            @Nullable @Pattern(regexp = ID_OR_NOTHING, message = "{rule.choice}") String person,
            @Nullable @Line(max = 200) String name,
            @NotNull @Id String newPerson,
            @NotNull @Min(1) @Max(20) Integer rank,
            @NotNull @PlannedDay LocalDate from,
            @Nullable @Pattern(regexp = ID_OR_NOTHING, message = "{rule.choice}") String replaces,
            @Nullable Boolean asked) {
        DeputyForm {
            name = Typed.orNone(name);
        }

        private boolean wasAsked() {
            return Boolean.TRUE.equals(asked);
        }
    }

    /// A person on record, told apart by the seats.
    record Known(String id, String name, List<String> seats) {}

    /// Who is meant: chosen, or new under this name.
    private record Meant(@Nullable String known, @Nullable String newName) {}

    private final SeatDesk desk;
    private final AggregateStore<Person> persons;
    private final Delegations delegations;
    private final Names names;

    SeatForms(SeatDesk desk, AggregateStore<Person> persons, Delegations delegations, Names names) {
        this.desk = desk;
        this.persons = persons;
        this.delegations = delegations;
        this.names = names;
    }

    @May({Role.SECRETARIAT, Role.DELEGATING_INSTITUTION})
    @In(value = Body.class, field = "seat")
    @FormOn("/gremien/{id}")
    @PostMapping("/benennungen")
    ModelAndView nameDelegate(
            @PathVariable @Id String id, @Valid @ModelAttribute DelegateForm form, Actor actor) {
        desk.needForSeat(actor, id, form.seat); // before a person is introduced
        var meant = meant(actor, id, form.person, form.name, form.wasAsked());
        var alike = alike(actor, id, meant, form.newPerson, form.wasAsked());
        var candidate = meant.known == null ? form.newPerson : meant.known;
        // nothing is asked about what would be refused
        if (desk.body(id).nameDelegate(form.seat, candidate, form.from)
                instanceof Refused<Body>(var reason)) throw new Refusal(reason);
        var followed =
                desk.followed(id, form.seat, form.from, candidate)
                        .filter(each -> !each.equals(form.replaces))
                        .orElse(null);
        if (!alike.isEmpty() || followed != null)
            return asking(id, form.seat, "benennungen", form, alike, followed);
        var person =
                enter(
                        meant,
                        form.newPerson,
                        each -> desk.body(id).nameDelegate(form.seat, each, form.from));
        return answer(
                id,
                desk.nameDelegate(actor, id, form.seat, person, form.from),
                "notice.delegate-named");
    }

    @May({Role.SECRETARIAT, Role.DELEGATING_INSTITUTION})
    @In(value = Body.class, field = "seat")
    @FormOn("/gremien/{id}")
    @PostMapping("/vertretungen")
    ModelAndView nameDeputy(
            @PathVariable @Id String id, @Valid @ModelAttribute DeputyForm form, Actor actor) {
        desk.needForSeat(actor, id, form.seat); // before a person is introduced
        var meant = meant(actor, id, form.person, form.name, form.wasAsked());
        var alike = alike(actor, id, meant, form.newPerson, form.wasAsked());
        var replaced =
                desk.replaced(
                                id,
                                form.seat,
                                form.rank,
                                form.from,
                                meant.known == null ? form.newPerson : meant.known)
                        .filter(each -> !each.equals(form.replaces))
                        .orElse(null);
        if (!alike.isEmpty() || replaced != null)
            return asking(id, form.seat, "vertretungen", form, alike, replaced);
        var replaces = Typed.orNone(form.replaces);
        var person =
                enter(
                        meant,
                        form.newPerson,
                        each ->
                                desk.body(id)
                                        .nameDeputy(
                                                form.seat, each, form.rank, form.from, replaces));
        return answer(
                id,
                desk.nameDeputy(actor, id, form.seat, person, form.rank, form.from, replaces),
                "notice.deputy-named");
    }

    private Meant meant(
            Actor actor, String id, @Nullable String chosen, @Nullable String name, boolean asked) {
        var known = Typed.orNone(chosen);
        if (known == null && name == null)
            throw new BadInput(
                    "person", "Wählen Sie eine Person aus oder geben Sie einen Namen ein.");
        if (known != null && name != null && !asked)
            throw new BadInput(
                    "name",
                    "Wählen Sie eine Person aus oder geben Sie einen Namen ein, nicht beides.");
        // before a page says the name
        if (known != null && !desk.mayName(actor, desk.body(id), known))
            throw new Refusal(de.stadtforum.membership.bodies.Refusal.PERSON_OF_OTHERS);
        return known == null ? new Meant(null, name) : new Meant(known, null);
    }

    private List<Known> alike(
            Actor actor, String id, Meant meant, String newPerson, boolean asked) {
        if (meant.newName == null || asked) return List.of();
        // the form sent again is no second person
        var found =
                desk.namesakes(actor, desk.body(id), meant.newName).stream()
                        .filter(each -> !each.id().equals(newPerson))
                        .toList();
        var seats = delegations.seatsOf(found.stream().map(Person::id).toList());
        return found.stream()
                .map(each ->
                        new Known(
                                each.id(),
                                names.of(each),
                                seats.getOrDefault(each.id(), List.of())))
                .toList();
    }

    /// @param naming as it would be decided: where it is refused nobody is entered
    /// @return the person's id
    /// @throws Refusal also where nobody can be entered under this id
    private String enter(Meant meant, String newPerson, Function<String, Decision<Body>> naming) {
        if (meant.known != null) return meant.known;
        if (naming.apply(newPerson) instanceof Refused<Body>(var reason)) throw new Refusal(reason);
        var name = String.valueOf(meant.newName);
        if (persons.create(newPerson, existing -> Person.know(existing, newPerson, name))
                instanceof Refused<Person>(var reason)) throw new Refusal(reason);
        return newPerson;
    }

    private ModelAndView asking(
            String id,
            String seat,
            String form,
            Object typed,
            List<Known> alike,
            @Nullable String replaced) {
        var body = desk.body(id);
        var page = new ModelAndView("bodies/naming");
        page.addObject("body", body);
        page.addObject("seat", SeatLabels.of(body).get(seat));
        page.addObject("action", "/gremien/" + id + "/" + form);
        page.addObject("typed", typed);
        page.addObject("deputy", typed instanceof DeputyForm);
        page.addObject("alike", alike);
        page.addObject("replaced", replaced);
        page.addObject("names", names.of(people(typed, replaced)));
        return page;
    }

    private static List<String> people(Object typed, @Nullable String replaced) {
        var people = new ArrayList<String>();
        if (replaced != null) people.add(replaced);
        var chosen =
                typed instanceof DeputyForm deputy
                        ? deputy.person
                        : typed instanceof DelegateForm delegate ? delegate.person : null;
        if (chosen != null && !chosen.isEmpty()) people.add(chosen);
        return people;
    }

    private static ModelAndView answer(String id, Decision<?> decision, String notice) {
        return new ModelAndView(Pages.after(decision, "/gremien/" + id, notice));
    }
}
