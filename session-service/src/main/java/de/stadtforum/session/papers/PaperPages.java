package de.stadtforum.session.papers;

import com.mongodb.client.model.Filters;
import de.stadtforum.documents.files.StoredFile;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.session.rosters.Names;
import de.stadtforum.web.Actor;
import de.stadtforum.web.BadInput;
import de.stadtforum.web.Cursor;
import de.stadtforum.web.FormOn;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.May;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Open;
import de.stadtforum.web.Pages;
import de.stadtforum.web.Role;
import de.stadtforum.web.Sure;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/// Proposed council papers and their way through the bodies; on its own page whoever keeps a paper finds the next step first.
@Controller
class PaperPages {
    private static final double KILOBYTE = 1024;
    private static final double MEGABYTE = KILOBYTE * KILOBYTE;

    private final AggregateStore<Paper> papers;
    private final PaperDesk desk;
    private final Names names;
    private final PaperFiles files;

    PaperPages(AggregateStore<Paper> papers, PaperDesk desk, Names names, PaperFiles files) {
        this.files = files;
        this.papers = papers;
        this.desk = desk;
        this.names = names;
    }

    /// A file as its line on the page shows it.
    ///
    /// @param kind as people name it, such as `PDF`
    /// @param size such as `1,3 MB` or `12 KB`
    public record FileOnPage(String id, String name, String kind, String size, LocalDate on) {
        static FileOnPage of(StoredFile file) {
            return new FileOnPage(
                    file.id(),
                    file.name(),
                    file.kind().word,
                    size(file.size()),
                    LocalDate.ofInstant(file.at(), PlatformClock.CITY));
        }

        private static String size(long bytes) {
            return bytes < MEGABYTE / 10
                    ? Math.max(1, Math.round(bytes / KILOBYTE)) + " KB"
                    : String.format(Locale.GERMAN, "%.1f MB", bytes / MEGABYTE);
        }
    }

    @Open
    @GetMapping("/vorlagen")
    String list(
            @RequestParam(name = "ab", required = false) @Cursor @Nullable String from,
            Model model) {
        var slice =
                papers.slice(
                        Filters.empty(), Order.descending("state.proposed.on"), from, Pages.LINES);
        model.addAttribute("papers", slice.lines());
        Pages.further(model, slice, from);
        model.addAttribute("bodies", names.bodies());
        return "papers/papers";
    }

    @Open
    @GetMapping("/vorlagen/{id}")
    String one(@PathVariable @Id String id, Actor actor, Model model) {
        var paper = papers.find(id).orElseThrow(Missing::new);
        var keeps = desk.keeps(actor, paper);
        var bodies = names.bodies();
        model.addAttribute("paper", paper);
        model.addAttribute("bodies", bodies);
        model.addAttribute("keeps", keeps);
        model.addAttribute("today", desk.today());
        model.addAttribute(
                "free",
                bodies.all().entrySet().stream()
                        .filter(body -> paper.stop(body.getKey()) == null)
                        .toList());
        model.addAttribute("ahead", stops(paper, actor, keeps, false));
        model.addAttribute("done", stops(paper, actor, keeps, true));
        model.addAttribute("files", files.of(id).stream().map(FileOnPage::of).toList());
        return "papers/paper";
    }

    /// Those whose outcome the reader may tell.
    private List<Paper.Stop> stops(Paper paper, Actor actor, boolean keeps, boolean recorded) {
        return paper.stops().stream()
                .filter(stop -> (stop.recorded() != null) == recorded)
                .filter(stop -> keeps || desk.tellsOutcomeOf(actor, stop.body()))
                .toList();
    }

    @May(Role.SECRETARIAT)
    @In(Paper.class)
    @FormOn("/vorlagen/{id}")
    @PostMapping("/vorlagen/{id}/entwurf")
    RedirectView draft(
            @PathVariable @Id String id,
            @Valid @ModelAttribute PaperCommand.Draft it,
            Actor actor) {
        return give(actor, id, it, "notice.paper-drafted");
    }

    @May(Role.SECRETARIAT)
    @In(Paper.class)
    @FormOn("/vorlagen/{id}")
    @PostMapping("/vorlagen/{id}/nummer")
    RedirectView number(
            @PathVariable @Id String id,
            @Valid @ModelAttribute PaperCommand.Number it,
            Actor actor) {
        return give(actor, id, it, "notice.paper-numbered");
    }

    @May(Role.SECRETARIAT)
    @In(Paper.class)
    @FormOn("/vorlagen/{id}")
    @PostMapping("/vorlagen/{id}/beratungen")
    RedirectView plan(
            @PathVariable @Id String id, @Valid @ModelAttribute PaperCommand.Plan it, Actor actor) {
        return give(actor, id, it, "notice.paper-planned");
    }

    @May({Role.SECRETARIAT, Role.COMMITTEE})
    @In(value = Paper.class, field = "body")
    @FormOn("/vorlagen/{id}")
    @PostMapping("/vorlagen/{id}/beratungen/ergebnis")
    RedirectView record(
            @PathVariable @Id String id,
            @Valid @ModelAttribute PaperCommand.Record it,
            Actor actor) {
        if (it.result() == null) throw new BadInput("result", "Bitte geben Sie das Ergebnis an.");
        return give(actor, id, it, "notice.paper-recorded");
    }

    @May(Role.SECRETARIAT)
    @In(Paper.class)
    @FormOn("/vorlagen/{id}")
    @PostMapping("/vorlagen/{id}/entwurf/berichtigen")
    RedirectView correctDraft(
            @PathVariable @Id String id,
            @Valid @ModelAttribute PaperCommand.CorrectDraft it,
            Actor actor) {
        return give(actor, id, it, "notice.corrected");
    }

    @May(Role.SECRETARIAT)
    @In(Paper.class)
    @FormOn("/vorlagen/{id}")
    @PostMapping("/vorlagen/{id}/nummer/berichtigen")
    RedirectView correctNumber(
            @PathVariable @Id String id,
            @Valid @ModelAttribute PaperCommand.CorrectNumber it,
            Actor actor) {
        return give(actor, id, it, "notice.corrected");
    }

    @May(Role.SECRETARIAT)
    @In(Paper.class)
    @FormOn("/vorlagen/{id}")
    @PostMapping("/vorlagen/{id}/beratungen/berichtigen")
    RedirectView correctPlan(
            @PathVariable @Id String id,
            @Valid @ModelAttribute PaperCommand.CorrectPlan it,
            Actor actor) {
        return give(actor, id, it, "notice.corrected");
    }

    @May(Role.SECRETARIAT)
    @In(Paper.class)
    @FormOn("/vorlagen/{id}")
    @PostMapping("/vorlagen/{id}/beratungen/absetzen")
    RedirectView withdrawPlan(
            @PathVariable @Id String id,
            @Valid @ModelAttribute PaperCommand.WithdrawPlan it,
            @RequestParam(defaultValue = "false") @Sure boolean sure,
            Actor actor) {
        return give(actor, id, it, "notice.withdrawn");
    }

    @May({Role.SECRETARIAT, Role.COMMITTEE})
    @In(value = Paper.class, field = "body")
    @FormOn("/vorlagen/{id}")
    @PostMapping("/vorlagen/{id}/beratungen/ergebnis/berichtigen")
    RedirectView correctRecord(
            @PathVariable @Id String id,
            @Valid @ModelAttribute PaperCommand.CorrectRecord it,
            @RequestParam(defaultValue = "false") boolean undone,
            Actor actor) {
        if (!undone && it.on() == null) throw new BadInput("on", "Bitte geben Sie den Tag an.");
        var holds =
                undone ? new PaperCommand.CorrectRecord(it.body(), null, null, it.reason()) : it;
        return give(actor, id, holds, "notice.corrected");
    }

    private RedirectView give(Actor actor, String id, PaperCommand command, String notice) {
        return Pages.after(desk.give(actor, id, command), "/vorlagen/" + id, notice);
    }
}
