package de.stadtforum.city;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// `bodies.json`: the bodies that recommendations, papers and reports are addressed to, and the departments. The districts' councils stand with their districts.
public record Bodies(
        List<Body> bodies, List<Department> departments, @Nullable List<String> notes) {
    public Bodies {
        bodies = List.copyOf(bodies);
        departments = List.copyOf(departments);
    }

    /// @param votingSeats by its charter; 0 where nobody votes
    /// @param meetingsPerYear the fewest that the resolution asks for
    /// @param conceptBefore whether the concept of the labs must lie before it
    /// @param chair the seat that leads it
    /// @param secretariat the office that organises it
    public record Body(
            String id,
            String name,
            @Nullable String shortName,
            Kind kind,
            int votingSeats,
            int meetingsPerYear,
            Publicity publicity,
            @Nullable Boolean conceptBefore,
            @Nullable String chair,
            @Nullable String secretariat,
            @Nullable String note) {
        public String called() {
            return shortName == null ? name : shortName;
        }
    }

    public enum Kind {
        COUNCIL,
        COMMITTEE,
        ADMINISTRATION,
        STEERING_GROUP,
        ASSEMBLY
    }

    public enum Publicity {
        PUBLIC,
        CLOSED
    }

    /// A part of the administration, with a seat in the steering group.
    public record Department(String id, String name, @Nullable String note) {}
}
