package de.stadtforum.session.rules;

import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.Filters;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.web.Id;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Open;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Rules of procedure for programs.
@RestController
@RequestMapping("/api/session/rules")
class RulesApi {

    private final AggregateStore<Rules> rules;

    RulesApi(AggregateStore<Rules> rules) {
        this.rules = rules;
    }

    /// Lists all rules of procedure that were adopted.
    @Open
    @GetMapping
    List<Rules> list() {
        return rules.list(Filters.empty(), ascending("state.inForce", "_id"));
    }

    /// Reads rules of procedure.
    @Open
    @GetMapping("/{id}")
    Rules one(@PathVariable @Id String id) {
        return rules.find(id).orElseThrow(Missing::new);
    }
}
