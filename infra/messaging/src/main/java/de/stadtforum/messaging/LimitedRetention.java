package de.stadtforum.messaging;

/// A topic of facts is not kept for ever; the service refuses to work with it.
public final class LimitedRetention extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    LimitedRetention(String topic, String key, String value) {
        super(
                "topic "
                        + topic
                        + " has "
                        + key
                        + "="
                        + value
                        + ": facts would be lost; set it as infra/contracts/topics.json says");
    }
}
