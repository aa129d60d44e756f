package de.stadtforum.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// What is wrong with a request, for people and programs alike (RFC 9457).
///
/// @param rule the rule that refused it: an enum constant of the domain, or the kind of check
/// @param detail the rule in words
/// @param errors the fields that break a rule
public record Problem(HttpStatus status, @Nullable String rule, String detail, List<Field> errors) {
    /// @param field its path in the input, such as `factions[0].mandates`
    /// @param rule the name of the check, such as `NotNull`
    public record Field(String field, String rule, String message) {}

    static Problem of(HttpStatus status, @Nullable String rule, String detail) {
        return new Problem(status, rule, detail, List.of());
    }
}
