package de.stadtforum.city;

import java.util.List;

/// A folder that is no city: each fault with file and line, all of them at once.
public final class InvalidCity extends RuntimeException {
    private final String message;
    private final transient List<String> faults;

    InvalidCity(String folder, List<String> faults) {
        this.message =
                "The city's data in "
                        + folder
                        + " cannot be used:\n  "
                        + String.join("\n  ", faults);
        this.faults = List.copyOf(faults);
    }

    @Override
    public String getMessage() {
        return message;
    }

    /// Such as `districts.json:12: two districts are called altstadt`.
    public List<String> faults() {
        return faults;
    }
}
