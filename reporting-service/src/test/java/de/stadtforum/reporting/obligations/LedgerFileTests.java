package de.stadtforum.reporting.obligations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadtforum.city.City;
import de.stadtforum.reporting.labs.Districts;
import de.stadtforum.reporting.words.Words;
import java.util.Locale;
import java.util.Properties;
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
}
