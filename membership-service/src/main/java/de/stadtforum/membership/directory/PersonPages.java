package de.stadtforum.membership.directory;

import de.stadtforum.membership.bodies.Delegations;
import de.stadtforum.membership.persons.Names;
import de.stadtforum.membership.persons.Person;
import de.stadtforum.messaging.audit.Audit;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.web.Actor;
import de.stadtforum.web.FormOn;
import de.stadtforum.web.Id;
import de.stadtforum.web.Line;
import de.stadtforum.web.May;
import de.stadtforum.web.Pages;
import de.stadtforum.web.Role;
import de.stadtforum.web.Sure;
import de.stadtforum.web.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/// The people on record, found by name and never listed as a whole; a name is put right, or erased by who watches over data protection.
@Controller
@RequestMapping("/personen")
class PersonPages {
    private static final int MOST_PAGES = 500;

    record Found(String id, String name, List<String> seats) {}

    record NameForm(
            @NotNull @Line(max = 200) String name, @NotNull @Text(max = 500) String reason) {}

    record ErasureForm(@Sure Boolean sure) {}

    private final PersonDesk desk;
    private final Delegations delegations;
    private final Names names;
    private final Audit audit;
    private final Clock clock;

    PersonPages(PersonDesk desk, Delegations delegations, Names names, Audit audit, Clock clock) {
        this.desk = desk;
        this.delegations = delegations;
        this.names = names;
        this.audit = audit;
        this.clock = clock;
    }

    @May({Role.SECRETARIAT, Role.DATA_PROTECTION})
    @GetMapping
    String search(
            @RequestParam(required = false) @Nullable @Line(max = 200) String name,
            @RequestParam(defaultValue = "1") @Min(1) @Max(MOST_PAGES) int seite,
            Model model) {
        model.addAttribute("name", name);
        model.addAttribute("page", seite);
        if (name != null) {
            var found = desk.search(name.strip(), seite - 1);
            var seats = delegations.seatsOf(found.stream().map(Person::id).toList());
            model.addAttribute("more", found.size() > PersonDesk.A_PAGE);
            model.addAttribute(
                    "found",
                    found.stream()
                            .limit(PersonDesk.A_PAGE)
                            .map(each ->
                                    new Found(
                                            each.id(),
                                            names.of(each),
                                            seats.getOrDefault(each.id(), List.of())))
                            .toList());
        }
        return "directory/persons";
    }

    @May({Role.SECRETARIAT, Role.DATA_PROTECTION})
    @GetMapping("/{id}")
    String one(@PathVariable @Id String id, Actor actor, Model model) {
        var person = desk.find(actor, id);
        model.addAttribute("person", person);
        model.addAttribute("name", names.of(person));
        model.addAttribute("seats", delegations.seatsOf(id));
        var today = LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
        model.addAttribute(
                "auditedUntil",
                Year.of(today.getYear() + audit.retention().yearsAfter())
                        .atMonth(Month.DECEMBER)
                        .atEndOfMonth());
        model.addAttribute("erases", actor.is(Role.DATA_PROTECTION));
        return "directory/person";
    }

    @May({Role.SECRETARIAT, Role.DATA_PROTECTION})
    @FormOn("/personen/{id}")
    @PostMapping("/{id}/name")
    RedirectView rename(
            @PathVariable @Id String id, @Valid @ModelAttribute NameForm form, Actor actor) {
        return Pages.after(
                desk.rename(actor, id, form.name.strip(), form.reason.strip()),
                "/personen/" + id,
                "notice.person-renamed");
    }

    @May(Role.DATA_PROTECTION)
    @FormOn("/personen/{id}")
    @PostMapping("/{id}/loeschung")
    RedirectView erase(@PathVariable @Id String id, @Valid @ModelAttribute ErasureForm form) {
        return Pages.after(desk.erase(id), "/personen/" + id, "notice.person-erased");
    }
}
