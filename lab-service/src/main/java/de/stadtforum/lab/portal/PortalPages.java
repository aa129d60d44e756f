package de.stadtforum.lab.portal;

import com.mongodb.client.model.Filters;
import de.stadtforum.city.City;
import de.stadtforum.contracts.lab.LabFact.Partner;
import de.stadtforum.contracts.lab.LabFact.Place;
import de.stadtforum.lab.concepts.Concept;
import de.stadtforum.lab.concepts.PresentedConcepts;
import de.stadtforum.lab.contributions.Contribution;
import de.stadtforum.lab.contributions.Sending;
import de.stadtforum.lab.districts.CityRights;
import de.stadtforum.lab.labs.GrownField;
import de.stadtforum.lab.labs.Lab;
import de.stadtforum.lab.labs.LabForms;
import de.stadtforum.lab.search.Tally;
import de.stadtforum.lab.tool.ToolStatement;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Followed;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.messaging.documents.Slice;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Cursor;
import de.stadtforum.web.Id;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Open;
import de.stadtforum.web.Pages;
import de.stadtforum.web.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// What a resident reads; only what is published of the contributions.
@Controller
class PortalPages {
    private static final List<Partner> PARTNERS =
            List.of(Partner.ASSOCIATION, Partner.CLUB, Partner.YOUTH_WORK, Partner.SOCIAL_WORK);

    private final City city;
    private final AggregateStore<Lab> labs;
    private final Followed<Lab> all;
    private final AggregateStore<Contribution> contributions;
    private final Tally tally;
    private final AggregateStore<ToolStatement> statements;
    private final PresentedConcepts concepts;
    private final Feed<GrownField> fields;
    private final LabForms forms;
    private final CityRights rights;

    PortalPages(
            City city,
            AggregateStore<Lab> labs,
            Followed<Lab> all,
            AggregateStore<Contribution> contributions,
            Tally tally,
            AggregateStore<ToolStatement> statements,
            PresentedConcepts concepts,
            Feed<GrownField> fields,
            LabForms forms,
            CityRights rights) {
        this.city = city;
        this.labs = labs;
        this.all = all;
        this.contributions = contributions;
        this.tally = tally;
        this.statements = statements;
        this.concepts = concepts;
        this.fields = fields;
        this.forms = forms;
        this.rights = rights;
    }

    @ModelAttribute
    void choices(Model model) {
        model.addAttribute("partnerKinds", PARTNERS);
        model.addAttribute("newId", UUID.randomUUID().toString());
    }

    @Open
    @GetMapping("/")
    String start(@ModelAttribute("today") LocalDate today, Model model) {
        model.addAttribute("overview", Overview.of(city, allLabs(null), today));
        return "portal/start";
    }

    @Open
    @GetMapping("/labore")
    String list(
            @RequestParam(name = "bezirk", required = false) @Nullable @Id String district,
            Model model) {
        if (district != null)
            model.addAttribute("only", city.district(district).orElseThrow(Missing::new));
        model.addAttribute("labs", allLabs(district));
        return "portal/labs";
    }

    @Open
    @GetMapping("/labore/{id}")
    String lab(
            @PathVariable @Id String id,
            @RequestParam(name = "ab", required = false) @Cursor @Nullable String from,
            @ModelAttribute("today") LocalDate today,
            HttpServletResponse response,
            Actor actor,
            Model model) {
        var lab = labs.find(id).orElseThrow(Missing::new);
        forms.addRights(actor, lab, model);
        var counts = tally.of(id);
        var published = counts.of(Contribution.State.PUBLISHED);
        var takes = lab.takesOnlineContributions(today) && lab.course().state() == Lab.State.OPENED;
        if (takes && !actor.loggedIn()) // the form holds the id of one visitor's contribution
        response.setHeader(HttpHeaders.CACHE_CONTROL, "max-age=0, stale-if-error=21600");
        model.addAttribute("lab", lab);
        model.addAttribute("takesContributions", takes);
        model.addAttribute("where", where(lab, takes));
        model.addAttribute("sending", Sending.empty());
        model.addAttribute(
                "fields",
                fields.slice(Filters.eq("state.lab", id), Order.ascending(), null, Slice.MOST)
                        .lines());
        model.addAttribute("published", published);
        model.addAttribute("waiting", counts.of(Contribution.State.RECEIVED));
        model.addAttribute("withheld", counts.of(Contribution.State.WITHHELD));
        var shown =
                contributions.slice(
                        of(id, Contribution.State.PUBLISHED),
                        Order.descending("state.receivedOn"),
                        from,
                        Pages.LINES);
        Pages.further(model, shown, from);
        model.addAttribute("contributions", shown.lines());
        return "portal/lab";
    }

    @Open
    @GetMapping("/konzept")
    String concept(
            @RequestParam(name = "fassung", required = false) @Nullable @Id String edition,
            Actor actor,
            Model model) {
        var editions = concepts.editions();
        var concept =
                editions.stream()
                        .filter(each -> edition == null || each.id().equals(edition))
                        .findFirst()
                        .orElse(null);
        if (edition != null && concept == null) throw new Missing();
        model.addAttribute("concept", concept);
        model.addAttribute("editions", editions);
        model.addAttribute(
                "nextEdition", editions.isEmpty() ? 1 : editions.getFirst().edition() + 1);
        model.addAttribute("writes", writes(actor));
        model.addAttribute("statements", Concept.REQUIRED);
        model.addAttribute("labs", allLabs(null));
        return "portal/concept";
    }

    @Open
    @GetMapping("/beteiligungsplattform")
    String tool(Actor actor, Model model) {
        var editions = statements.few(Filters.empty(), Order.descending("state.edition"));
        model.addAttribute("statements", editions);
        model.addAttribute(
                "nextEdition", editions.isEmpty() ? 1 : editions.getFirst().edition() + 1);
        model.addAttribute("writes", writes(actor));
        model.addAttribute("labs", allLabs(null));
        return "portal/tool";
    }

    /// The words that say where one contributes, as it is.
    private static String where(Lab lab, boolean takes) {
        var here = lab.plan().place() == Place.HERE;
        return "lab.where."
                + switch (lab.course().state()) {
                    case PLANNED -> here ? "here.closed" : "city-tool";
                    case OPENED -> !here ? "city-tool" : takes ? "here.open" : "here.closed";
                    case HELD -> here ? "here.over" : "city-tool.over";
                    case MISSED, CANCELLED -> "never";
                };
    }

    /// What is one for the whole city is written by a team of all districts or the assembly's secretariat.
    private boolean writes(Actor actor) {
        return rights.inTheCity().givesAny(actor, Role.LAB_TEAM, Role.SECRETARIAT);
    }

    /// By day, without those that were planned by mistake.
    ///
    /// @param district null for the whole city
    private List<Lab> allLabs(@Nullable String district) {
        return all.all().stream()
                .filter(Lab::counts)
                .filter(lab -> district == null || lab.plan().district().equals(district))
                .sorted(Comparator.comparing((Lab lab) -> lab.plan().date()).thenComparing(Lab::id))
                .toList();
    }

    private static Bson of(String lab, Contribution.State state) {
        return Filters.and(Filters.eq("state.lab", lab), Filters.eq("state.state", state.name()));
    }
}
