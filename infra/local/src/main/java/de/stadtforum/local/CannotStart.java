package de.stadtforum.local;

/// Why the platform does not start: one line that says what to do.
final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1;

    CannotStart(String whatToDo) {
        super(whatToDo);
    }
}
