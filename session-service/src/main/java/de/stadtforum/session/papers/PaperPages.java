package de.stadtforum.session.papers;

import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.model.Filters;
import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.session.rosters.Names;
import de.stadtforum.web.Open;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Proposed council papers and their way through the bodies.
@Controller
class PaperPages {

    private final AggregateStore<Paper> papers;
    private final Names names;

    PaperPages(AggregateStore<Paper> papers, Names names) {
        this.papers = papers;
        this.names = names;
    }

    @Open
    @GetMapping("/vorlagen")
    String list(Model model) {
        model.addAttribute(
                "papers", papers.list(Filters.empty(), descending("state.proposed.on", "_id")));
        model.addAttribute("bodies", names.bodies());
        return "papers/papers";
    }
}
