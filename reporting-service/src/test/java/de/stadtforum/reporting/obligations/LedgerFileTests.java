package de.stadtforum.reporting.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadtforum.city.City;
import de.stadtforum.reporting.entries.Knowledge;
import de.stadtforum.reporting.labs.Districts;
import de.stadtforum.reporting.words.Words;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is wrong in a ledger's file or in its words stops the start and names the line.
class LedgerFileTests {
    private static final Words WORDS = new LedgerConfiguration().words(City.shipped());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"measure\": \"seats\"|\"measure\": \"seets\"|there is no measure \"seets\"",
                "\"MISSED\": \"others > 0\"|\"MISSED\": \"other > 0\"|no number \"other\"",
                "\"MISSED\": \"others > 0\"|\"MISSED\": \"others gt 0\"|is no condition",
                "\"NOT_YET_USED\": []|\"NOT_YET_USED\": \"filled = 0\"|the last light needs no condition",
                "\"USED\": \"filled > 0\"|\"ON_COURSE\": \"filled > 0\"|there are no words for 2.5.ON_COURSE",
                "\"body\": \"STEERING_GROUP\"|\"body\": \"STEERING\"|\"body\" is one of",
                "\"body\": \"STEERING_GROUP\"|\"body\": \"STEERING_GROUP\", \"bodi\": \"x\"|knows nothing of [bodi]",
                "\"strength\": \"MAY\"|\"strength\": \"MIGHT\"|there is no strength \"MIGHT\""
            })
    void aMistakeInTheFileIsNamedWithItsLine(String right, String wrong, String says) {
        var json =
                """
                {"source": "test", "obligations": [
                  {
                    "id": "2.5",
                    "quote": "Alle Dezernate können Teilnehmende entsenden.",
                    "strength": "MAY", "owes": "dezernate",
                    "measure": "seats", "with": {"body": "STEERING_GROUP", "allowed": ["DEPARTMENT"]},
                    "lights": {"MISSED": "others > 0", "USED": "filled > 0", "NOT_YET_USED": []}
                  }
                ]}
                """;
        assertThat(json).contains(right);
        Ledger.of(
                LedgerFile.of("ledger.json", json),
                Measures.all(Districts.of(City.shipped())),
                WORDS);
        assertThatThrownBy(() ->
                        Ledger.of(
                                LedgerFile.of("ledger.json", json.replace(right, wrong)),
                                Measures.all(Districts.of(City.shipped())),
                                WORDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("ledger.json, line 3, obligation 2.5: ")
                .hasMessageContaining(says);
    }

    @Test
    void aFileThatIsNoLedgerIsRefusedWithItsLine() {
        assertThatThrownBy(() ->
                        LedgerFile.of("ledger.json", "{\"source\": \"x\",\n\"obligation\": []}"))
                .hasMessageStartingWith("ledger.json, line 2: ");
    }

    @Test
    void aWordingThatNamesWhatIsNotMeasuredIsRefused() {
        var wrong = new Properties();
        wrong.put("2.5.USED", "Es sind {filed} besetzt.");
        wrong.put("2.5.MISSED", "Nein.");
        wrong.put("2.5.NOT_YET_USED", "Nein.");
        var json =
                "{\"source\":\"x\",\"obligations\":[{\"id\":\"2.5\",\"quote\":\"q\",\"strength\":\"MAY\",\"owes\":\"d\",\"measure\":\"seats\",\"with\":{\"body\":\"STEERING_GROUP\"},\"lights\":{\"USED\":\"filled > 0\",\"NOT_YET_USED\":[]}}]}";
        assertThatThrownBy(() ->
                        Ledger.of(
                                LedgerFile.of("ledger.json", json),
                                Measures.all(Districts.of(City.shipped())),
                                new Words(Locale.GERMAN, wrong)))
                .hasMessageContaining("name [filed]");
    }

    @Test
    void whatNothingMeasuresCarriesWhatSomebodyAnswerableSaidByThatDay() {
        var ledger =
                Ledger.of(
                        LedgerFile.of("ledger.json", stated("2024-07-01", "2024-12-01")),
                        Measures.all(Districts.of(City.shipped())),
                        said("2024-07-01", "2024-12-01"));
        assertThat(note(ledger, LocalDate.of(2024, 6, 30)))
                .isEqualTo("Das misst diese Plattform nicht.");
        assertThat(note(ledger, LocalDate.of(2024, 7, 1)))
                .isEqualTo(
                        "Das misst diese Plattform nicht. Das Bürgeramt erklärt am 1. Juli 2024: „Gesagt am 2024-07-01.“");
        assertThat(note(ledger, LocalDate.of(2025, 2, 18))).endsWith("„Gesagt am 2024-12-01.“");
        var day = LocalDate.of(2025, 2, 18);
        assertThat(ledger.on(day, Knowledge.none(LocalDate.of(2024, 11, 30))).getFirst().note())
                .as("as it was known before the second")
                .endsWith("„Gesagt am 2024-07-01.“");
    }

    @Test
    void whatNothingMeasuresNeedsAStatementAndItsWords() {
        assertThatThrownBy(() ->
                        Ledger.of(
                                LedgerFile.of("ledger.json", stated()),
                                Measures.all(Districts.of(City.shipped())),
                                said()))
                .hasMessage(
                        "ledger.json, line 1, obligation 11: has no measure and no statement instead");
        assertThatThrownBy(() ->
                        Ledger.of(
                                LedgerFile.of("ledger.json", stated("2024-07-01")),
                                Measures.all(Districts.of(City.shipped())),
                                said()))
                .hasMessageEndingWith("there are no words for 11.statement.2024-07-01");
        assertThatThrownBy(() ->
                        Ledger.of(
                                LedgerFile.of(
                                        "ledger.json",
                                        stated("2024-07-01")
                                                .replace(
                                                        "\"strength\"",
                                                        "\"measure\":\"seats\",\"with\":{\"body\":\"ASSEMBLY\"},\"lights\":{\"MET\":[]},\"strength\"")),
                                Measures.all(Districts.of(City.shipped())),
                                said("2024-07-01")))
                .hasMessageEndingWith("is measured and has a statement as well");
        assertRefused(stated("2024-07-01", "2024-07-01"), "two statements are of 2024-07-01");
        assertRefused(
                stated("2024-07-01").replace("\"by\":\"Das Bürgeramt\"", "\"by\":\" \""),
                "the statement of 2024-07-01 has no \"by\"");
        assertRefused(
                stated("2024-07-01").replace("\"on\":\"2024-07-01\",", ""),
                "a statement has no \"on\"");
        var naming = new Properties();
        naming.put("11.statement.2024-07-01", "Gehalten wurden {held}.");
        assertThatThrownBy(() ->
                        Ledger.of(
                                LedgerFile.of("ledger.json", stated("2024-07-01")),
                                Measures.all(Districts.of(City.shipped())),
                                new Words(Locale.GERMAN, naming)))
                .hasMessageContaining("11.statement.2024-07-01 name [held]");
        assertThatThrownBy(() -> LedgerFile.of("ledger.json", stated("1. Juli")))
                .hasMessageStartingWith("ledger.json, line 1: ");
    }

    private static void assertRefused(String json, String says) {
        assertThatThrownBy(() ->
                        Ledger.of(
                                LedgerFile.of("ledger.json", json),
                                Measures.all(Districts.of(City.shipped())),
                                said("2024-07-01")))
                .hasMessageStartingWith("ledger.json, line 1, obligation 11: ")
                .hasMessageEndingWith(says);
    }

    private static String note(Ledger ledger, LocalDate day) {
        return ledger.on(day, Knowledge.none(day)).getFirst().note();
    }

    private static String stated(String... days) {
        return """
        {"source":"x","obligations":[{"id":"11","quote":"Auf Augenhöhe.","strength":"SHOULD","owes":"d","statements":[%s]}]}
        """
                .formatted(
                        Arrays.stream(days)
                                .map(day -> "{\"on\":\"" + day + "\",\"by\":\"Das Bürgeramt\"}")
                                .collect(Collectors.joining(",")));
    }

    private static Words said(String... days) {
        var words = new Properties();
        for (var key : List.of("not-measured", "stated", "day"))
            words.put(key, Words.shipped(Locale.GERMAN).getProperty(key));
        for (var day : days) words.put("11.statement." + day, "Gesagt am " + day + ".");
        return new Words(Locale.GERMAN, words);
    }
}
