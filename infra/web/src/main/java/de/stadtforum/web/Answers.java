package de.stadtforum.web;

import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Decision.Changed;
import de.stadtforum.messaging.commands.Decision.Refused;
import de.stadtforum.messaging.commands.Decision.Unchanged;
import de.stadtforum.messaging.documents.Slice;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// How an interface answers a command, and how it lists.
public final class Answers {
    /// How many lines the list has in all, where they are counted.
    public static final String TOTAL = "Total-Count";

    private static final String CURSOR = "cursor";

    /// The body of an accepted command.
    public record Accepted(String id) {}

    /// The body of a command whose work goes on, or that was done already.
    public record Begun(String id) {}

    private Answers() {}

    /// To PUT: 201 where something was created, 200 where it was there already.
    ///
    /// @throws Refusal answered as 404, 409 or 503
    public static ResponseEntity<Accepted> created(String id, Decision<?> decision) {
        var status = changed(decision) ? HttpStatus.CREATED : HttpStatus.OK;
        return ResponseEntity.status(status).body(new Accepted(id));
    }

    /// To a command whose work goes on after the answer: 202, and in `Location` where to see how far it is.
    ///
    /// @throws Refusal answered as 404, 409 or 503
    public static ResponseEntity<Begun> begun(String id, Decision<?> decision, String where) {
        changed(decision);
        return ResponseEntity.accepted().header(HttpHeaders.LOCATION, where).body(new Begun(id));
    }

    /// To the same command once more, when all of it is done: 200.
    ///
    /// @throws Refusal answered as 404, 409 or 503
    public static ResponseEntity<Begun> ended(String id, Decision<?> decision) {
        changed(decision);
        return ResponseEntity.ok(new Begun(id));
    }

    /// To any other command: 200, also when it was repeated.
    ///
    /// @throws Refusal answered as 404, 409 or 503
    public static Accepted done(String id, Decision<?> decision) {
        changed(decision);
        return new Accepted(id);
    }

    /// To GET of a list: some lines, and in `Link` where the next are, relative to this address and with all else that was asked (RFC 8288).
    public static <L> ResponseEntity<List<L>> listed(Slice<L> slice) {
        return listed(slice, new HttpHeaders());
    }

    /// @param all how many lines the list has
    public static <L> ResponseEntity<List<L>> listed(Slice<L> slice, long all) {
        var headers = new HttpHeaders();
        headers.set(TOTAL, String.valueOf(all));
        return listed(slice, headers);
    }

    private static <L> ResponseEntity<List<L>> listed(Slice<L> slice, HttpHeaders headers) {
        var next = slice.next();
        if (next != null) headers.set(HttpHeaders.LINK, "<" + here(next) + ">; rel=\"next\"");
        return ResponseEntity.ok().headers(headers).body(slice.lines());
    }

    private static String here(String cursor) {
        var next =
                ServletUriComponentsBuilder.fromCurrentRequest()
                        .replaceQueryParam(CURSOR, cursor)
                        .build();
        return next.getPath() + "?" + next.getQuery();
    }

    private static boolean changed(Decision<?> decision) {
        return switch (decision) {
            case Changed<?> _ -> true;
            case Unchanged<?> _ -> false;
            case Refused<?>(var reason) -> throw new Refusal(reason);
        };
    }
}
