package de.stadtforum.web;

/// One field of the input breaks a rule that no annotation can state.
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String field;

    /// @param rule what the field must be, in words
    public BadInput(String field, String rule) {
        super(rule, null, false, false);
        this.field = field;
    }

    String field() {
        return field;
    }

    String rule() {
        return String.valueOf(getMessage());
    }
}
