package de.stadtforum.session.rules;

import com.mongodb.client.model.Filters;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.web.Answers;
import de.stadtforum.web.Cursor;
import de.stadtforum.web.Id;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Open;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Rules of procedure for programs.
@RestController
@RequestMapping("/api/session/rules")
class RulesApi {
    private static final Order BY_DAY = Order.ascending("state.inForce");

    private final AggregateStore<Rules> rules;

    RulesApi(AggregateStore<Rules> rules) {
        this.rules = rules;
    }

    /// Lists all rules of procedure that were adopted.
    @Open
    @GetMapping
    ResponseEntity<List<RulesLine>> list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Cursor @Nullable String cursor) {
        return Answers.listed(
                rules.slice(Filters.empty(), BY_DAY, cursor, limit).map(RulesLine::of),
                rules.count(Filters.empty(), BY_DAY));
    }

    /// Reads rules of procedure.
    @Open
    @GetMapping("/{id}")
    Rules one(@PathVariable @Id String id) {
        return rules.find(id).orElseThrow(Missing::new);
    }
}
