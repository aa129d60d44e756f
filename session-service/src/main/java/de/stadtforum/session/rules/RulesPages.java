package de.stadtforum.session.rules;

import com.mongodb.client.model.Filters;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.session.rosters.Names;
import de.stadtforum.web.Open;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Rules of procedure, the newest edition first.
@Controller
class RulesPages {

    private final AggregateStore<Rules> rules;
    private final Names names;

    RulesPages(AggregateStore<Rules> rules, Names names) {
        this.rules = rules;
        this.names = names;
    }

    @Open
    @GetMapping("/geschaeftsordnung")
    String list(Model model) {
        model.addAttribute("rules", rules.few(Filters.empty(), Order.descending("state.inForce")));
        model.addAttribute("bodies", names.bodies());
        return "rules/rules";
    }
}
