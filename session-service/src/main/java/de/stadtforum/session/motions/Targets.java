package de.stadtforum.session.motions;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;

import com.mongodb.client.model.Filters;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.session.fields.FieldOfAction;
import de.stadtforum.session.groups.WorkingGroup;
import de.stadtforum.session.questions.Question;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a motion of some kind can be about, by id; empty where it brings about something new.
@Component
public class Targets {
    private final AggregateStore<FieldOfAction> fields;
    private final AggregateStore<WorkingGroup> groups;
    private final AggregateStore<Question> questions;

    Targets(
            AggregateStore<FieldOfAction> fields,
            AggregateStore<WorkingGroup> groups,
            AggregateStore<Question> questions) {
        this.fields = fields;
        this.groups = groups;
        this.questions = questions;
    }

    public SequencedMap<String, String> fields() {
        var titles = new LinkedHashMap<String, String>();
        fields.few(Filters.empty(), Order.ascending("state.on"))
                .forEach(field -> titles.put(field.id(), field.title()));
        return titles;
    }

    /// @param kind as programs and forms name it: `shape-field`, `end-group`
    public SequencedMap<String, String> of(@Nullable String kind) {
        var titles = new LinkedHashMap<String, String>();
        if (kind == null) return titles;
        switch (kind) {
            case "shape-field" -> titles.putAll(fields());
            case "end-group" ->
                    groups.few(exists("state.ended", false), Order.ascending("state.formed.on"))
                            .forEach(group -> titles.put(group.id(), group.name()));
            case "give-statement" ->
                    questions
                            .few(
                                    and(
                                            exists("state.statement", false),
                                            exists("state.withdrawn", false)),
                                    Order.ascending("state.asked.on"))
                            .forEach(question ->
                                    titles.put(question.id(), question.asked().title()));
            default -> {}
        }
        return titles;
    }
}
