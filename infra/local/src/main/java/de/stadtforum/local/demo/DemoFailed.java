package de.stadtforum.local.demo;

/// The platform did not answer as the demo year expects.
public final class DemoFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoFailed(String why) {
        super(why);
    }
}
