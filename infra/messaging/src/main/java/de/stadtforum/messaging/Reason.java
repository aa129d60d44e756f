package de.stadtforum.messaging;

import java.util.Locale;

/// Why a command was refused: an enum constant of the aggregate that names the rule.
public interface Reason {
    String name();

    /// The key of its words in `messages.properties`, such as `refusal.already-cast`.
    default String key() {
        return "refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
