package de.stadtforum.messaging.log;

/// The broker did not take a fact; it stays pending and is told again.
public final class BrokerUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrokerUnavailable(String why, Throwable cause) {
        super(why, cause);
    }
}
