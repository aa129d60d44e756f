package de.stadtforum.membership.bodies;

import org.jspecify.annotations.Nullable;

/// What a form's field holds that may stay empty.
final class Typed {
    private Typed() {}

    static @Nullable String orNone(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
