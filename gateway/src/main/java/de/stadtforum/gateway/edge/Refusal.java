package de.stadtforum.gateway.edge;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/// Why the gateway itself does not pass a request on; its words are in the list of words.
public enum Refusal {
    /// A path with characters that could mean another path to somebody else.
    ODD_ADDRESS(HttpStatus.BAD_REQUEST),
    /// A form that was sent by a page of another site.
    FOREIGN_FORM(HttpStatus.FORBIDDEN),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    FILE_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    /// A body that drips for longer than it may.
    TOO_SLOW(HttpStatus.REQUEST_TIMEOUT),
    TOO_MANY(HttpStatus.TOO_MANY_REQUESTS),
    LOGIN_NEEDED(HttpStatus.UNAUTHORIZED),
    /// The overview of the platform.
    OPERATORS_ONLY(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    NOT_FORESEEN(HttpStatus.BAD_REQUEST),
    /// The service behind this path does not answer.
    AWAY(HttpStatus.SERVICE_UNAVAILABLE),
    /// The identity provider does not answer.
    LOGIN_AWAY(HttpStatus.SERVICE_UNAVAILABLE),
    /// What came back from the identity provider is no login that began here.
    LOGIN_FAILED(HttpStatus.UNAUTHORIZED),
    FAILED(HttpStatus.INTERNAL_SERVER_ERROR);

    final HttpStatus status;

    Refusal(HttpStatus status) {
        this.status = status;
    }

    String key() {
        return "refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
