package de.stadtforum.reporting.obligations;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.city.City;
import de.stadtforum.city.CityFolder;
import de.stadtforum.reporting.entries.Knowledge;
import de.stadtforum.reporting.labs.Districts;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The ledger of each city that ships is read, and says something of nothing.
class EachCityTests {
    @ParameterizedTest
    @CsvSource({"dortmund, 40, 8", "nahebrueck, 11, 5"})
    void theLedgerOfEachCityIsRead(String id, int obligations, int open) {
        var city = City.read(CityFolder.shipped(id).location());
        var districts = Districts.of(city);
        var ledger =
                Ledger.of(
                        LedgerConfiguration.file(city),
                        Measures.all(districts),
                        new LedgerConfiguration().words(city));
        var day = LocalDate.parse("2024-01-01");
        assertThat(ledger.on(day, Knowledge.none(day)))
                .hasSize(obligations)
                .extracting(State::note)
                .allSatisfy(note -> assertThat(note).isNotBlank());
        assertThat(districts.openIds()).hasSize(open);
    }
}
