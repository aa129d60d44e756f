package de.stadtforum.web;

import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Decision.Changed;
import de.stadtforum.messaging.commands.Decision.Refused;
import de.stadtforum.messaging.commands.Decision.Unchanged;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// How an interface answers a command.
public final class Answers {
    /// The body of an accepted command.
    public record Accepted(String id) {}

    private Answers() {}

    /// To PUT: 201 where something was created, 200 where it was there already.
    ///
    /// @throws Refusal answered as 404, 409 or 503
    public static ResponseEntity<Accepted> created(String id, Decision<?> decision) {
        var status = changed(decision) ? HttpStatus.CREATED : HttpStatus.OK;
        return ResponseEntity.status(status).body(new Accepted(id));
    }

    /// To any other command: 200, also when it was repeated.
    ///
    /// @throws Refusal answered as 404, 409 or 503
    public static Accepted done(String id, Decision<?> decision) {
        changed(decision);
        return new Accepted(id);
    }

    private static boolean changed(Decision<?> decision) {
        return switch (decision) {
            case Changed<?> _ -> true;
            case Unchanged<?> _ -> false;
            case Refused<?>(var reason) -> throw new Refusal(reason);
        };
    }
}
