package de.stadtforum.session.questions;

import com.mongodb.client.model.Filters;
import de.stadtforum.city.City;
import de.stadtforum.contracts.PublicText;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.session.rosters.Names;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Cursor;
import de.stadtforum.web.FormOn;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.Line;
import de.stadtforum.web.May;
import de.stadtforum.web.Open;
import de.stadtforum.web.Pages;
import de.stadtforum.web.PastDay;
import de.stadtforum.web.Role;
import de.stadtforum.web.Sure;
import de.stadtforum.web.Text;
import java.time.LocalDate;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/// Current questions and the statements on them; whoever may asks here and puts right what was asked.
@Controller
class QuestionPages {
    private final AggregateStore<Question> questions;
    private final QuestionDesk desk;
    private final Names names;
    private final String assembly;

    QuestionPages(AggregateStore<Question> questions, QuestionDesk desk, Names names, City city) {
        this.questions = questions;
        this.desk = desk;
        this.names = names;
        this.assembly = city.assembly();
    }

    @Open
    @GetMapping("/fragen")
    String list(
            @RequestParam(name = "ab", required = false) @Cursor @Nullable String from,
            Actor actor,
            Model model) {
        var slice =
                questions.slice(
                        Filters.empty(), Order.descending("state.asked.on"), from, Pages.LINES);
        var all = slice.lines();
        Pages.further(model, slice, from);
        var mine = new TreeSet<String>();
        for (var each : all)
            if (desk.may(actor, each.asked().body(), each.asked().by())) mine.add(each.id());
        model.addAttribute("questions", all);
        model.addAttribute("mine", mine);
        model.addAttribute("asks", actor.is(Role.DEPARTMENT) || desk.may(actor, assembly, ""));
        model.addAttribute("assembly", assembly);
        model.addAttribute("bodies", names.bodies());
        model.addAttribute("newId", "frage-" + UUID.randomUUID());
        model.addAttribute("today", desk.today());
        return "questions/questions";
    }

    @May({Role.SECRETARIAT, Role.CHAIR, Role.DEPARTMENT})
    @In(field = "body")
    @FormOn("/fragen")
    @PostMapping("/fragen")
    RedirectView ask(
            @RequestParam @Id String id,
            @RequestParam @Id String body,
            @RequestParam @Id String by,
            @RequestParam @Text(max = PublicText.LONGEST) String title,
            @RequestParam @PastDay LocalDate on,
            Actor actor) {
        var asked = new Question.Asked(body, by, title, on);
        if (desk.may(actor, body, "")) names.needBody("by", by);
        return Pages.after(desk.ask(actor, id, asked), "/fragen", "notice.question-asked");
    }

    @May({Role.SECRETARIAT, Role.CHAIR, Role.DEPARTMENT})
    @In(Question.class)
    @FormOn("/fragen")
    @PostMapping("/fragen/{id}/berichtigen")
    RedirectView correct(
            @PathVariable @Id String id,
            @RequestParam @Text(max = PublicText.LONGEST) String title,
            @RequestParam @Line(max = 500) String reason,
            Actor actor) {
        return Pages.after(desk.correct(actor, id, title, reason), "/fragen", "notice.corrected");
    }

    @May({Role.SECRETARIAT, Role.CHAIR, Role.DEPARTMENT})
    @In(Question.class)
    @FormOn("/fragen")
    @PostMapping("/fragen/{id}/zuruecknehmen")
    RedirectView withdraw(
            @PathVariable @Id String id,
            @RequestParam @Line(max = 500) String reason,
            @RequestParam(defaultValue = "false") @Sure boolean sure,
            Actor actor) {
        return Pages.after(desk.withdraw(actor, id, reason), "/fragen", "notice.withdrawn");
    }
}
