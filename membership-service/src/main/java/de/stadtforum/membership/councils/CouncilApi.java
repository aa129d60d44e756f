package de.stadtforum.membership.councils;

import com.mongodb.client.model.Filters;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.documents.Order;
import de.stadtforum.web.Answers;
import de.stadtforum.web.Answers.Accepted;
import de.stadtforum.web.Cursor;
import de.stadtforum.web.Id;
import de.stadtforum.web.Line;
import de.stadtforum.web.May;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Open;
import de.stadtforum.web.PastDay;
import de.stadtforum.web.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The council and its compositions, as a secretariat enters them.
@RestController
@RequestMapping("/api/membership/councils")
class CouncilApi {
    private static final Order BY_ID = Order.ascending();

    private static final int MOST = 100;

    record Group(
            @NotNull @Id String id,
            @NotNull @Line(max = 200) String name,
            @NotNull @Min(0) @Max(1_000) Integer mandates) {}

    record NewCouncil(
            @NotNull @Line(max = 200) String name,
            @NotNull @PastDay LocalDate asOf,
            @NotNull @Size(max = MOST) List<@NotNull @Valid Group> factions,
            @NotNull @Size(max = MOST) List<@NotNull @Valid Group> unattached) {}

    record NewComposition(
            @NotNull @PastDay LocalDate asOf,
            @NotNull @Size(max = MOST) List<@NotNull @Valid Group> factions,
            @NotNull @Size(max = MOST) List<@NotNull @Valid Group> unattached) {}

    private final AggregateStore<Council> councils;

    CouncilApi(AggregateStore<Council> councils) {
        this.councils = councils;
    }

    /// Lists the councils.
    @Open
    @GetMapping
    ResponseEntity<List<CouncilLine>> all(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Cursor @Nullable String cursor) {
        return Answers.listed(
                councils.slice(Filters.empty(), BY_ID, cursor, limit).map(CouncilLine::of),
                councils.count(Filters.empty()));
    }

    /// Reads a council with its compositions.
    @Open
    @GetMapping("/{id}")
    Council one(@PathVariable @Id String id) {
        return councils.find(id).orElseThrow(Missing::new);
    }

    /// Records a council with its first composition.
    @May(Role.SECRETARIAT)
    @PutMapping("/{id}")
    ResponseEntity<Accepted> record(
            @PathVariable @Id String id, @RequestBody @Valid NewCouncil command) {
        var first = composition(command.asOf, command.factions, command.unattached);
        return Answers.created(
                id,
                councils.create(
                        id, existing -> Council.record(existing, id, command.name.strip(), first)));
    }

    /// Records a later composition of a council.
    @May(Role.SECRETARIAT)
    @PostMapping("/{id}/compositions")
    Accepted take(@PathVariable @Id String id, @RequestBody @Valid NewComposition command) {
        var next = composition(command.asOf, command.factions, command.unattached);
        return Answers.done(id, councils.decide(id, council -> council.take(next)));
    }

    private static Composition composition(
            LocalDate asOf, List<Group> factions, List<Group> unattached) {
        return new Composition(asOf, factions(factions), factions(unattached));
    }

    private static List<Faction> factions(List<Group> groups) {
        return groups.stream()
                .map(each -> new Faction(each.id, each.name.strip(), each.mandates))
                .toList();
    }
}
