package de.stadtforum.session.questions;

import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.Filters;
import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.session.rosters.Names;
import de.stadtforum.web.Open;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Current questions and the statements on them.
@Controller
class QuestionPages {

    private final AggregateStore<Question> questions;
    private final Names names;

    QuestionPages(AggregateStore<Question> questions, Names names) {
        this.questions = questions;
        this.names = names;
    }

    @Open
    @GetMapping("/fragen")
    String list(Model model) {
        model.addAttribute(
                "questions", questions.list(Filters.empty(), descending("state.asked.on", "_id")));
        model.addAttribute("bodies", names.bodies());
        return "questions/questions";
    }
}
