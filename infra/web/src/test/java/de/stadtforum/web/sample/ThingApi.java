package de.stadtforum.web.sample;

import static de.stadtforum.messaging.commands.Decision.changed;
import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;

import com.mongodb.MongoException;
import com.mongodb.MongoTimeoutException;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Reason;
import de.stadtforum.messaging.context.Author;
import de.stadtforum.messaging.documents.Slice;
import de.stadtforum.messaging.log.BrokerUnavailable;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Answers;
import de.stadtforum.web.Cursor;
import de.stadtforum.web.Id;
import de.stadtforum.web.In;
import de.stadtforum.web.May;
import de.stadtforum.web.Open;
import de.stadtforum.web.Role;
import de.stadtforum.web.Scope;
import de.stadtforum.web.ScopeOf;
import de.stadtforum.web.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/sample/things")
class ThingApi {
    enum Colour {
        RED,
        GREEN
    }

    enum Refusal implements Reason {
        ALREADY_PAINTED
    }

    record Part(@NotNull @Text(max = 20) String name) {}

    record Thing(
            @NotNull @Text(max = 20) String title,
            @NotNull LocalDate on,
            @NotNull Colour colour,
            int count,
            @NotNull List<@Valid Part> parts) {}

    record Who(String account, String author, Instant now) {}

    @Configuration(proxyBeanMethods = false)
    static class Scopes {
        /// Things that begin with "theirs" belong to the council of elders, `beirat`.
        @Bean
        ScopeOf scopeOfThings() {
            return new ScopeOf(
                    Thing.class,
                    id ->
                            id.equals("unknown")
                                    ? Optional.empty()
                                    : Optional.of(
                                            Scope.of(
                                                    id.startsWith("theirs")
                                                            ? "beirat"
                                                            : "vollversammlung")));
        }
    }

    private final Clock clock;

    ThingApi(Clock clock) {
        this.clock = clock;
    }

    @Open
    @PutMapping("/{id}")
    ResponseEntity<Answers.Accepted> create(
            @PathVariable @Id String id, @RequestBody @Valid Thing thing) {
        return Answers.created(id, id.equals("known") ? unchanged() : changed(thing));
    }

    @Open
    @PostMapping("/{id}/paint")
    Answers.Accepted paint(@PathVariable @Id String id) {
        Decision<Thing> decision =
                switch (id) {
                    case "painted" -> refused(Refusal.ALREADY_PAINTED);
                    case "unknown" -> refused(Decision.Refusal.NOT_FOUND);
                    case "busy" -> refused(Decision.Refusal.BUSY);
                    default -> unchanged();
                };
        return Answers.done(id, decision);
    }

    @May({Role.CHAIR, Role.SECRETARIAT})
    @In
    @PostMapping("/{id}/open")
    Answers.Accepted open(@PathVariable @Id String id) {
        return Answers.done(id, unchanged());
    }

    @May({Role.CHAIR, Role.SECRETARIAT})
    @In(Thing.class)
    @PostMapping("/{id}/close")
    Answers.Accepted close(@PathVariable @Id String id, @RequestBody @Valid Part body) {
        return Answers.done(id, unchanged());
    }

    @May(Role.CHAIR)
    @In(field = "name")
    @PutMapping("/{id}/part")
    Answers.Accepted add(@PathVariable @Id String id, @RequestBody @Valid Part part, Actor actor) {
        Scope.of(part.name).need(actor, Role.CHAIR);
        return Answers.done(id, unchanged());
    }

    @May(Role.OPERATOR)
    @PostMapping("/sweep")
    void sweep() {}

    @PostMapping("/forgotten")
    void forgotten() {}

    @Open
    @GetMapping
    ResponseEntity<List<String>> list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Cursor @Nullable String cursor) {
        var slice = new Slice<>(List.of("a", "b"), cursor == null ? "b-next" : null);
        return limit == 2 ? Answers.listed(slice, 4) : Answers.listed(slice);
    }

    @Open
    @GetMapping("/who")
    Who who(Actor actor) {
        return new Who(actor.account(), Author.current().account(), clock.instant());
    }

    @Open
    @GetMapping("/on")
    LocalDate on(@RequestParam LocalDate day) {
        return day;
    }

    @Open
    @GetMapping("/broken")
    void broken() {
        throw new IllegalStateException("words from the inside");
    }

    @Open
    @GetMapping("/away/{kind}")
    void away(@PathVariable String kind) {
        throw switch (kind) {
            case "timeout" -> new MongoTimeoutException("no server");
            case "broker" -> new BrokerUnavailable("away", new IllegalStateException("no word"));
            default -> new MongoException(Integer.parseInt(kind), "code " + kind);
        };
    }
}
