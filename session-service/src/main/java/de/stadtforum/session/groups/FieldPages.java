package de.stadtforum.session.groups;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Filters;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.session.Entry;
import de.stadtforum.session.fields.FieldOfAction;
import de.stadtforum.web.Cursor;
import de.stadtforum.web.Id;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Open;
import de.stadtforum.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Fields of action: named, shaped and worked on.
@Controller
class FieldPages {

    private final AggregateStore<FieldOfAction> fields;
    private final AggregateStore<WorkingGroup> groups;

    FieldPages(AggregateStore<FieldOfAction> fields, AggregateStore<WorkingGroup> groups) {
        this.fields = fields;
        this.groups = groups;
    }

    @Open
    @GetMapping("/handlungsfelder")
    String list(
            @RequestParam(name = "ab", required = false) @Cursor @Nullable String from,
            Model model) {
        var slice =
                fields.slice(Filters.empty(), Order.ascending("state.on"), from, Pages.LINES)
                        .map(FieldPages::entry);
        model.addAttribute("words", "fields");
        model.addAttribute("entries", slice.lines());
        Pages.further(model, slice, from);
        return "list";
    }

    private static Entry entry(FieldOfAction it) {
        return new Entry(
                it.on(),
                it.title(),
                "/handlungsfelder/" + it.id(),
                it.shapes().isEmpty() ? null : it.shapes().getLast().description(),
                "info",
                it.lab() == null ? null : "field.from-lab");
    }

    @Open
    @GetMapping("/handlungsfelder/{id}")
    String one(@PathVariable @Id String id, Model model) {
        model.addAttribute("field", fields.find(id).orElseThrow(Missing::new));
        model.addAttribute(
                "groups", groups.few(eq("state.fields", id), Order.ascending("state.formed.on")));
        return "fields/field";
    }
}
