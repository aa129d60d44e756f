package de.stadtforum.reporting.obligations;

import de.stadtforum.city.City;
import de.stadtforum.reporting.labs.Districts;
import de.stadtforum.reporting.words.Words;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class LedgerConfiguration {
    private static final String WORDS = "obligations_de.properties";

    @Bean
    Words words(City city) {
        return new Words(
                Locale.GERMAN,
                pattern -> city.words().fill(pattern, Locale.GERMAN),
                Words.shipped(Locale.GERMAN),
                bundle(text(city, WORDS)));
    }

    /// A ledger that cannot be read whole stops the start.
    @Bean
    Ledger ledger(City city, Words words) {
        return Ledger.of(file(city), Measures.all(Districts.of(city)), words);
    }

    static LedgerFile file(City city) {
        return LedgerFile.of(LedgerFile.NAME, text(city, LedgerFile.NAME));
    }

    private static String text(City city, String file) {
        return city.folder()
                .find(file)
                .orElseThrow(() ->
                        new IllegalArgumentException(city.folder().location() + " has no " + file));
    }

    private static Properties bundle(String text) {
        try {
            var bundle = new Properties();
            bundle.load(new StringReader(text));
            return bundle;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
