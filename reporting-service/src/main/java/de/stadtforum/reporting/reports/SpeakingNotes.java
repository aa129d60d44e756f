package de.stadtforum.reporting.reports;

import de.stadtforum.reporting.figures.Figures;
import de.stadtforum.reporting.labs.LabState;
import de.stadtforum.reporting.sessions.Recommendations;
import de.stadtforum.reporting.words.Words;
import java.util.List;
import java.util.TreeMap;

/// What the administration says in the committee: the report is given by word of mouth, so each section has its sentences (`notes.…` in
/// `words_….properties`).
public record SpeakingNotes(Figures figures, Words words) {

    public List<String> assembly() {
        var groups = figures.groups().stream().map(Figures.Group::id).toList();
        var held =
                figures.meetings().stream()
                        .filter(each -> !groups.contains(each.body()) && each.held() > 0)
                        .toList();
        var seats = figures.assembly();
        var votes = figures.votes();
        return List.of(
                say(
                        "meetings",
                        "held",
                        held.stream().mapToInt(Figures.Meetings::held).sum(),
                        "bodies",
                        held.stream()
                                .map(each ->
                                        say(
                                                "meetings-of",
                                                "name",
                                                each.name(),
                                                "held",
                                                each.held()))
                                .toList(),
                        "groups",
                        figures.groups().stream().mapToInt(Figures.Group::meetings).sum()),
                say(
                        "seats",
                        "filled",
                        seats.filled(),
                        "seats",
                        seats.votingSeats(),
                        "vacant",
                        seats.vacant()),
                say(
                        "votes",
                        "votes",
                        votes.carried() + votes.rejected(),
                        "carried",
                        votes.carried(),
                        "rejected",
                        votes.rejected()));
    }

    public List<String> recommendations() {
        var made =
                say(
                        "recommendations",
                        "made",
                        figures.recommendations().size(),
                        "answered",
                        count(Recommendations.State.ANSWERED));
        return figures.recommendations().isEmpty()
                ? List.of(made)
                : List.of(made, say("overdue", "overdue", count(Recommendations.State.OVERDUE)));
    }

    private int count(Recommendations.State state) {
        return (int)
                figures.recommendations().stream().filter(each -> each.state() == state).count();
    }

    public List<String> fields() {
        return List.of(
                say(
                        "fields",
                        "fields",
                        figures.fields().size(),
                        "grown",
                        (int) figures.fields().stream().filter(Figures.Field::fromLab).count()),
                say("groups", "groups", figures.groups().size()));
    }

    public List<String> labs() {
        var labs = figures.labs();
        var all = figures.contributions();
        return List.of(
                say(
                        "districts",
                        "open",
                        labs.openDistricts(),
                        "held",
                        labs.heldInOpen(),
                        "missed",
                        (int)
                                labs.labs().stream()
                                        .filter(each -> each.state() == LabState.MISSED)
                                        .count()),
                say(
                        "contributions",
                        "received",
                        all.received(),
                        "published",
                        all.published(),
                        "withheld",
                        all.withheld()));
    }

    private String say(String note, Object... namesAndValues) {
        var given = new TreeMap<String, Object>();
        given.put("noun", figures.periodOf().noun());
        given.put("genitive", figures.periodOf().genitive());
        for (var i = 0; i < namesAndValues.length; i += 2)
            given.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        return words.of("notes." + note, given);
    }
}
