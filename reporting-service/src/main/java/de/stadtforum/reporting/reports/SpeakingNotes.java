package de.stadtforum.reporting.reports;

import de.stadtforum.reporting.figures.Figures;
import de.stadtforum.reporting.figures.Period;
import de.stadtforum.reporting.labs.LabHistory;
import de.stadtforum.reporting.sessions.RecommendationHistory;
import java.util.ArrayList;
import java.util.List;

/// What the administration says in the committee: the report is given by word of mouth, so each section has its sentences.
public record SpeakingNotes(Figures figures) {
    private Period period() {
        return figures.periodOf();
    }

    public List<String> assembly() {
        var groupIds = figures.groups().stream().map(Figures.Group::id).toList();
        var held =
                figures.meetings().stream()
                        .filter(each -> !groupIds.contains(each.body()))
                        .mapToInt(Figures.Meetings::held)
                        .sum();
        var groups = figures.groups().stream().mapToInt(Figures.Group::meetings).sum();
        var notes = new ArrayList<String>();
        notes.add(
                "In diesem "
                        + period().noun()
                        + " "
                        + (held == 1
                                ? "hat eine Sitzung"
                                : "haben " + number(held, "keine") + " Sitzungen")
                        + " von Vollversammlung und Lenkungskreis stattgefunden; die Arbeitsgruppen haben "
                        + times(groups)
                        + " getagt.");
        var seats = figures.assembly();
        notes.add(
                "Am Ende des "
                        + period().genitive()
                        + " "
                        + (seats.filled() == 0
                                ? "war keiner"
                                : seats.filled() == 1 ? "war einer" : "waren " + seats.filled())
                        + " der "
                        + seats.votingSeats()
                        + " stimmberechtigten Plätze besetzt."
                        + (seats.vacant().isEmpty()
                                ? ""
                                : " Frei war"
                                        + (seats.vacant().size() == 1
                                                ? " der Platz: "
                                                : "en die Plätze: ")
                                        + String.join(", ", seats.vacant())
                                        + "."));
        var votes = figures.votes();
        notes.add(
                votes.carried() + votes.rejected() == 0
                        ? "Abgestimmt wurde in diesem " + period().noun() + " nicht."
                        : "Es gab "
                                + one(
                                        votes.carried() + votes.rejected(),
                                        "eine Abstimmung",
                                        "Abstimmungen")
                                + "; "
                                + (votes.carried() == 0
                                        ? "kein Antrag wurde"
                                        : votes.carried() == 1
                                                ? "ein Antrag wurde"
                                                : number(votes.carried(), "kein")
                                                        + " Anträge wurden")
                                + " angenommen, "
                                + (votes.rejected() == 1
                                        ? "einer"
                                        : number(votes.rejected(), "keiner"))
                                + " abgelehnt.");
        return notes;
    }

    public List<String> recommendations() {
        var all = figures.recommendations();
        if (all.isEmpty())
            return List.of("Empfehlungen hat die Vollversammlung bisher nicht ausgesprochen.");
        var answered = count(RecommendationHistory.State.ANSWERED);
        var overdue = count(RecommendationHistory.State.OVERDUE);
        return List.of(
                "Bis zum Ende des "
                        + period().genitive()
                        + " hat die Vollversammlung "
                        + one(all.size(), "eine Empfehlung", "Empfehlungen")
                        + " ausgesprochen; "
                        + number(answered, "keine")
                        + (answered == 1 ? " ist" : " sind")
                        + " beantwortet.",
                overdue == 0
                        ? "Überfällig ist keine Antwort."
                        : overdue == 1
                                ? "Eine Antwort ist überfällig."
                                : number(overdue, "keine") + " Antworten sind überfällig.");
    }

    private int count(RecommendationHistory.State state) {
        return (int)
                figures.recommendations().stream().filter(each -> each.state() == state).count();
    }

    public List<String> fields() {
        var fields = figures.fields();
        var fromLabs = fields.stream().filter(Figures.Field::fromLab).count();
        return List.of(
                fields.isEmpty()
                        ? "Handlungsfelder sind noch nicht benannt."
                        : "Benannt sind "
                                + (fields.size() == 1
                                        ? "bisher ein Handlungsfeld"
                                        : number(fields.size(), "keine") + " Handlungsfelder")
                                + (fromLabs == 0
                                        ? "."
                                        : "; "
                                                + (fromLabs == 1
                                                        ? "eines davon ist"
                                                        : fromLabs + " davon sind")
                                                + " aus einem Quartierslabor entstanden."),
                figures.groups().isEmpty()
                        ? "Arbeitsgruppen gibt es noch nicht."
                        : "An den Handlungsfeldern arbeite"
                                + (figures.groups().size() == 1
                                        ? "t eine Arbeitsgruppe."
                                        : "n "
                                                + number(figures.groups().size(), "keine")
                                                + " Arbeitsgruppen."));
    }

    public List<String> labs() {
        var labs = figures.labs();
        var missed =
                labs.labs().stream()
                        .filter(each -> each.state() == LabHistory.State.MISSED)
                        .count();
        var all = figures.contributions();
        return List.of(
                districts(labs)
                        + (missed == 0
                                ? ""
                                : missed == 1
                                        ? " Ein Labor fand nicht rechtzeitig statt."
                                        : " " + missed + " Labore fanden nicht rechtzeitig statt."),
                "Eingegangen "
                        + (all.received() == 1
                                ? "ist ein Beitrag"
                                : "sind " + number(all.received(), "keine") + " Beiträge")
                        + " von Einwohner/innen; veröffentlicht wurde"
                        + (all.published() == 0
                                ? " keiner"
                                : all.published() == 1
                                        ? " einer"
                                        : "n " + number(all.published(), "keine"))
                        + ", zurückgehalten "
                        + (all.withheld() == 1 ? "einer" : number(all.withheld(), "keiner"))
                        + ".");
    }

    private static String districts(Figures.Labs labs) {
        var held = labs.heldInOpen();
        return switch (labs.openDistricts()) {
            case 0 -> "Ohne Quartierslabor war zu Beginn kein Stadtbezirk.";
            case 1 ->
                    "Der eine Stadtbezirk, der zu Beginn ohne Quartierslabor war, hatte bis dahin "
                            + (held == 0 ? "keines." : "eines.");
            default ->
                    "Von den "
                            + number(labs.openDistricts(), "keinen")
                            + " Stadtbezirken, die zu Beginn ohne Quartierslabor waren, "
                            + (held == 0
                                    ? "hatte bis dahin keiner"
                                    : held == 1
                                            ? "hatte bis dahin einer"
                                            : "hatten bis dahin " + number(held, "keine"))
                            + " eines.";
        };
    }

    /// Numbers up to twelve are said as words.
    private static String number(int count, String none) {
        var words =
                List.of(
                        none, "eine", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht",
                        "neun", "zehn", "elf", "zwölf");
        return count < words.size() ? words.get(count) : String.valueOf(count);
    }

    private static String one(int count, String single, String plural) {
        return count == 1 ? single : number(count, "keine") + " " + plural;
    }

    private static String times(int count) {
        return count == 0 ? "nicht" : count == 1 ? "einmal" : count + "-mal";
    }
}
