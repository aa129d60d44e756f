package de.stadtforum.reporting.reports;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.city.City;
import de.stadtforum.reporting.figures.Figures;
import de.stadtforum.reporting.words.Words;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeakingNotesTests {
    private static final Words WORDS =
            new Words(
                    Locale.GERMAN,
                    pattern -> City.shipped().words().fill(pattern, Locale.GERMAN),
                    Words.shipped(Locale.GERMAN));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0|Abgestimmt wurde in diesem Halbjahr nicht.",
                "1|0|Es gab eine Abstimmung; ein Antrag wurde angenommen, keiner abgelehnt.",
                "0|1|Es gab eine Abstimmung; kein Antrag wurde angenommen, einer abgelehnt.",
                "2|1|Es gab drei Abstimmungen; zwei Anträge wurden angenommen, einer abgelehnt.",
                "13|0|Es gab 13 Abstimmungen; 13 Anträge wurden angenommen, keiner abgelehnt."
            })
    void votesAreReadOutInGoodGerman(int carried, int rejected, String sentence) {
        assertThat(notes(20, 20, carried, rejected, 8, 0).assembly()).contains(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|Am Ende des Halbjahres war keiner der 20 stimmberechtigten Plätze besetzt.",
                "1|Am Ende des Halbjahres war einer der 20 stimmberechtigten Plätze besetzt.",
                "19|Am Ende des Halbjahres waren 19 der 20 stimmberechtigten Plätze besetzt."
            })
    void seatsAreReadOutInGoodGerman(int filled, String sentence) {
        assertThat(notes(20, filled, 0, 0, 8, 0).assembly())
                .anyMatch(each -> each.startsWith(sentence));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8|0|Von den acht Stadtbezirken, die zu Beginn ohne Quartierslabor waren, hatte bis dahin keiner eines.",
                "8|1|Von den acht Stadtbezirken, die zu Beginn ohne Quartierslabor waren, hatte bis dahin einer eines.",
                "8|6|Von den acht Stadtbezirken, die zu Beginn ohne Quartierslabor waren, hatten bis dahin sechs eines.",
                "1|0|Der eine Stadtbezirk, der zu Beginn ohne Quartierslabor war, hatte bis dahin keines.",
                "1|1|Der eine Stadtbezirk, der zu Beginn ohne Quartierslabor war, hatte bis dahin eines.",
                "0|0|Ohne Quartierslabor war zu Beginn kein Stadtbezirk."
            })
    void districtsAreReadOutInGoodGerman(int open, int held, String sentence) {
        assertThat(notes(20, 20, 0, 0, open, held).labs())
                .anyMatch(each -> each.startsWith(sentence));
    }

    @Test
    void noContributionIsReadOutInGoodGerman() {
        assertThat(notes(20, 20, 0, 0, 8, 0).labs())
                .contains(
                        "Eingegangen ist kein Beitrag von Einwohner/innen; veröffentlicht wurde keiner, zurückgehalten keiner.");
    }

    @Test
    void aGroupIsAGroupWhateverItsIdIs() {
        var notes =
                new SpeakingNotes(
                        figures(
                                20,
                                20,
                                0,
                                0,
                                8,
                                0,
                                List.of(
                                        new Figures.Meetings("vv", "Vollversammlung", 1, 0),
                                        new Figures.Meetings("licht", "AG Licht", 3, 0)),
                                List.of(new Figures.Group("licht", "AG Licht", 3, 1, 0))),
                        WORDS);
        assertThat(notes.assembly().getFirst())
                .isEqualTo(
                        "In diesem Halbjahr fand eine Sitzung statt: Vollversammlung eine. Die Arbeitsgruppen haben dreimal getagt.");
    }

    private static SpeakingNotes notes(
            int seats, int filled, int carried, int rejected, int open, int held) {
        return new SpeakingNotes(
                figures(seats, filled, carried, rejected, open, held, List.of(), List.of()), WORDS);
    }

    private static Figures figures(
            int seats,
            int filled,
            int carried,
            int rejected,
            int open,
            int held,
            List<Figures.Meetings> meetings,
            List<Figures.Group> groups) {
        var vacant = Collections.nCopies(seats - filled, "Platz");
        return new Figures(
                1,
                "2024-H1",
                LocalDate.parse("2024-01-01"),
                LocalDate.parse("2024-06-30"),
                meetings,
                new Figures.Assembly(seats, filled, vacant, 16, 14, null, 0),
                new Figures.Votes(carried, rejected, 0),
                List.of(),
                List.of(),
                groups,
                List.of(),
                List.of(),
                List.of(),
                new Figures.Labs(LocalDate.parse("2024-12-31"), open, held, List.of()),
                new Figures.Contributions(0, new TreeMap<>(), 0, 0, 0, 0));
    }
}
