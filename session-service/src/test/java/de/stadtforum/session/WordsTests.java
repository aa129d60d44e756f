package de.stadtforum.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import de.stadtforum.messaging.commands.Reason;
import java.io.IOException;
import java.util.Arrays;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WordsTests {
    @Test
    void everyRefusalHasItsWords() throws IOException {
        var words = new Properties();
        try (var file = getClass().getResourceAsStream("/messages.properties")) {
            words.load(file);
        }
        var keys = new TreeSet<String>();
        for (var type : new ClassFileImporter().importPackages("de.stadtforum.session"))
            if (type.isEnum() && type.isAssignableTo(Reason.class))
                Arrays.stream(type.reflect().getEnumConstants())
                        .forEach(each -> keys.add(((Reason) each).key()));

        assertThat(keys).hasSizeGreaterThan(40);
        assertThat(words.stringPropertyNames()).containsAll(keys);
    }
}
