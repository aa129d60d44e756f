package de.stadtforum.session.fields;

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

/// Fields of action for programs.
@RestController
@RequestMapping("/api/session/fields")
class FieldApi {

    private final AggregateStore<FieldOfAction> fields;

    FieldApi(AggregateStore<FieldOfAction> fields) {
        this.fields = fields;
    }

    /// Lists the fields of action.
    @Open
    @GetMapping
    List<FieldOfAction> list() {
        return fields.list(Filters.empty(), ascending("state.on", "_id"));
    }

    /// Reads a field of action.
    @Open
    @GetMapping("/{id}")
    FieldOfAction one(@PathVariable @Id String id) {
        return fields.find(id).orElseThrow(Missing::new);
    }
}
