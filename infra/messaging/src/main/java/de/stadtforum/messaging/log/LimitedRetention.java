package de.stadtforum.messaging.log;

/// A topic of facts is not kept for ever; the service refuses to work with it.
public final class LimitedRetention extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public LimitedRetention(String topic, String key, String value) {
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
