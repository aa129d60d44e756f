package de.stadtforum.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A text that a person released as public; the only free text that a fact may carry. At most 4,000 characters.
public record PublicText(@JsonValue String text) {
    public static final int LONGEST = 4_000;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PublicText {
        if (text.length() > LONGEST)
            throw new IllegalArgumentException(
                    "a public text has at most " + LONGEST + " characters");
    }

    @Override
    public String toString() {
        return text;
    }
}
