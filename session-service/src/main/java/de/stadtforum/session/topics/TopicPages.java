package de.stadtforum.session.topics;

import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.Filters;
import de.stadtforum.messaging.AggregateStore;
import de.stadtforum.session.rosters.Names;
import de.stadtforum.web.Open;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Standing topics with their options.
@Controller
class TopicPages {

    private final AggregateStore<Topic> topics;
    private final Names names;

    TopicPages(AggregateStore<Topic> topics, Names names) {
        this.topics = topics;
        this.names = names;
    }

    @Open
    @GetMapping("/themen")
    String list(Model model) {
        model.addAttribute("topics", topics.list(Filters.empty(), ascending("state.on", "_id")));
        model.addAttribute("bodies", names.bodies());
        return "topics/topics";
    }
}
