package de.stadtforum.local.demo;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `demo.json` of a city's folder: what happened in the demo year, as commands to the public interfaces.
///
/// @param name of the year, as the launcher says it
/// @param today the day on which the demo stands, after the last event
/// @param office account that founds bodies and seats from the city's data
/// @param operator account that sees whether everything is told and heard
/// @param reports ids of the interim reports that stand at the end
record Script(
        String name,
        Instant today,
        String office,
        String operator,
        List<String> reports,
        List<Event> events) {

    /// @param at in the city's time
    /// @param found what follows from the city's other files
    /// @param settled first everything that was decided is told and heard
    record Event(
            LocalDateTime at,
            String title,
            @Nullable Founded found,
            @Nullable Boolean settled,
            @Nullable List<Command> commands) {}

    enum Founded {
        /// the first council of `councils.json`
        COUNCIL,
        /// the bodies, their seats, chairs and secretariats
        BODIES,
        /// the factions' seats in the assembly
        FACTION_SEATS,
        /// an invitation to each institution
        INVITATIONS
    }

    /// Exactly one of `put` and `post` names the path.
    ///
    /// @param as an account of `people.json`; a resident without a login where it is missing
    /// @param bodies the same command for each of them, in the place of `body`
    /// @param minutes after the event's begin
    /// @param refused the rule that must refuse it
    record Command(
            @Nullable String as,
            @Nullable String put,
            @Nullable String post,
            @Nullable Map<String, Object> body,
            @Nullable List<Map<String, Object>> bodies,
            @Nullable Integer minutes,
            @Nullable String refused) {

        List<Map<String, Object>> all() {
            if (bodies != null) return bodies;
            return List.of(body == null ? Map.of() : body);
        }
    }
}
