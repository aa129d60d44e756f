package de.stadtforum.reporting.figures;

import de.stadtforum.contracts.lab.ContributionFact.Channel;
import de.stadtforum.contracts.session.RecommendationFact.Addressee;
import de.stadtforum.reporting.labs.LabState;
import de.stadtforum.reporting.sessions.Recommendations;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// The figures of an interim report: on the programme and on the assembly's work (resolution 6.1). No person is named.
///
/// What happened counts by its own date; states are those at the end of the period.
///
/// @param calculation the version of the calculation
/// @param halfYear the name of the period, see [Period#name]: reports were on half-years first
public record Figures(
        int calculation,
        String halfYear,
        LocalDate from,
        LocalDate until,
        List<Meetings> meetings,
        Assembly assembly,
        Votes votes,
        List<Recommendation> recommendations,
        List<Field> fields,
        List<Group> groups,
        List<Paper> papers,
        List<String> rules,
        List<String> topics,
        Labs labs,
        Contributions contributions) {

    public Period periodOf() {
        return new Period(from, until);
    }

    /// @param held meetings that were opened and closed in the half-year
    /// @param postponed meetings of the half-year that were put off
    public record Meetings(String body, String name, int held, int postponed) {}

    /// @param attendancePercent filled voting seats over statutory ones, in all meetings held; rounded; null without a meeting
    public record Assembly(
            int votingSeats,
            int filled,
            List<String> vacant,
            int advisorySeats,
            int advisoryFilled,
            @Nullable Integer attendancePercent,
            int deputised) {}

    public record Votes(int carried, int rejected, int secret) {}

    public record Recommendation(
            String id,
            Addressee addressee,
            String to,
            String text,
            LocalDate on,
            @Nullable LocalDate due,
            Recommendations.State state) {}

    public record Field(String id, String title, LocalDate named, boolean fromLab, int shaped) {}

    public record Group(String id, String name, int meetings, int fields, int reports) {}

    public record Paper(String id, String title, @Nullable String number, int deliberated) {}

    /// @param due the day by which the open districts should have had a lab (resolution 5.2)
    /// @param openDistricts so many had none when the resolution came
    /// @param heldInOpen so many of these had one by the end of the half-year
    public record Labs(LocalDate due, int openDistricts, int heldInOpen, List<Lab> labs) {}

    public record Lab(
            String id,
            String district,
            String neighbourhood,
            LabState state,
            @Nullable LocalDate date,
            int participants,
            int received,
            int published,
            int withheld,
            int assessed,
            @Nullable String reportedTo,
            boolean heard) {}

    public record Contributions(
            int received,
            SortedMap<Channel, Integer> byChannel,
            int published,
            int withheld,
            int assessed,
            int takenUp) {}
}
