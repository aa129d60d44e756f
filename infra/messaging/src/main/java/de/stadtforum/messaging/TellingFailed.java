package de.stadtforum.messaging;

/// The broker did not take a fact; it stays pending and is told again.
final class TellingFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TellingFailed(String why, Throwable cause) {
        super(why, cause);
    }
}
