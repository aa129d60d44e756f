package de.stadtforum.city;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `districts.json`: each district once, in the order in which the city lists them.
///
/// @param source where the figures come from, as the page says it
/// @param labsDueBy the day by which the open ones should have had a lab
/// @param earlierLabs what is known of labs before the resolution
public record Districts(
        String source,
        String sourceEn,
        LocalDate labsDueBy,
        String earlierLabs,
        List<District> districts,
        @Nullable List<String> notes) {
    public Districts {
        districts = List.copyOf(districts);
    }

    /// Those that are owed a lab until the deadline.
    public List<District> open() {
        return districts.stream().filter(District::open).toList();
    }
}
