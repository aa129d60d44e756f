package de.stadtforum.messaging.commands;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Why a command was refused: an enum constant of the aggregate that names the rule.
public interface Reason {
    String name();

    /// The key of its words in `messages.properties`, such as `refusal.already-cast`.
    default String key() {
        return "refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The field of the command that is at fault, where it is one: a form shows the words there.
    default @Nullable String field() {
        return null;
    }
}
