package de.stadtforum.session.fields;

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

/// Fields of action for programs.
@RestController
@RequestMapping("/api/session/fields")
class FieldApi {
    private static final Order BY_DAY = Order.ascending("state.on");

    private final AggregateStore<FieldOfAction> fields;

    FieldApi(AggregateStore<FieldOfAction> fields) {
        this.fields = fields;
    }

    /// Lists the fields of action.
    @Open
    @GetMapping
    ResponseEntity<List<FieldLine>> list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Cursor @Nullable String cursor) {
        return Answers.listed(
                fields.slice(Filters.empty(), BY_DAY, cursor, limit).map(FieldLine::of),
                fields.count(Filters.empty(), BY_DAY));
    }

    /// Reads a field of action.
    @Open
    @GetMapping("/{id}")
    FieldOfAction one(@PathVariable @Id String id) {
        return fields.find(id).orElseThrow(Missing::new);
    }
}
