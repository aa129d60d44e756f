package de.stadtforum.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each fault is named with its file and line, so that who writes a city finds it.
class WrongCityTests {
    @TempDir Path folder;

    @BeforeEach
    void aCityThatIsRight() throws IOException {
        var right =
                Path.of(System.getProperty("stadtforum.root")).resolve("infra/cities/nahebrueck");
        try (var files = Files.list(right)) {
            for (var file : files.filter(Files::isRegularFile).toList())
                Files.copy(file, folder.resolve(file.getFileName()));
        }
        Files.createDirectory(folder.resolve("legal"));
        for (var page : City.LEGAL_PAGES)
            Files.copy(right.resolve(City.legalFile(page)), folder.resolve(City.legalFile(page)));
    }

    private List<String> faults() {
        return catchThrowableOfType(
                        InvalidCity.class, () -> CityReader.read(new CityFolder(folder.toString())))
                .faults();
    }

    private int change(String file, String text, String into) throws IOException {
        var path = folder.resolve(file);
        var before = Files.readString(path);
        assertThat(before).contains(text);
        Files.writeString(
                path,
                before.replaceFirst(
                        java.util.regex.Pattern.quote(text),
                        java.util.regex.Matcher.quoteReplacement(into)));
        return (int) before.substring(0, before.indexOf(text)).lines().count()
                + (before.substring(0, before.indexOf(text)).endsWith("\n") ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // written otherwise than JSON
                "city.json|`\"id\": \"nahebrueck\",`|`\"id\": \"nahebrueck\"`|expect",
                // a field that nobody reads
                "city.json|`\"state\":`|`\"land\":`|land is unknown here",
                "law.json|`\"invitationPeriodDays\": 4`|`\"invitationPeriodDays\": \"soon\"`|soon",
                "law.json|`\"invitationPeriodDays\": 4`|`\"invitationPeriodDays\": 400`|from 0 to 60 days",
                "city.json|`\"QUARTERLY\"`|`\"SOMETIMES\"`|SOMETIMES",
                "city.json|`\"2025/041-2\"`|`\"41 of 2025\"`|is no paper number",
                "city.json|`\"assembly\": \"praeventionsrat\"`|`\"assembly\": \"stadtrat\"`|has no ASSEMBLY",
                "districts.json|`\"id\": \"oberhain\"`|`\"id\": \"altstadt\"`|a second time",
                "districts.json|`\"id\": \"oberhain\"`|`\"id\": \"Ober Hain\"`|is no id",
                "districts.json|`\"row\": 1, \"column\": 2`|`\"row\": 1, \"column\": 1`|muehlenau's already",
                "districts.json|`\"2025-12-31\"`|`\"am Jahresende\"`|am Jahresende",
                "bodies.json|`\"votingSeats\": 12`|`\"votingSeats\": 13`|institutions.json comes to 12",
                "bodies.json|`\"chair\": \"buergermeister\"`|`\"chair\": \"niemand\"`|niemand has no seat",
                "institutions.json|`\"id\": \"jugendamt\"`|`\"id\": \"feuerwehr\"`|has a seat already",
                "councils.json|`\"mandates\": 3 `|`\"mandates\": 0 `|at least one mandate"
            })
    void isRefusedWithFileAndLine(String file, String text, String into, String says)
            throws IOException {
        var line = change(file, text, into);

        assertThat(faults())
                .as("%s, line %s", file, line)
                .anySatisfy(fault ->
                        assertThat(fault)
                                .contains(says)
                                .matches(
                                        "\\Q"
                                                + file
                                                + "\\E:("
                                                + line
                                                + "|"
                                                + (line + 1)
                                                + "): .*"));
    }

    @Test
    void whatIsMissingIsSaid() throws IOException {
        change("law.json", "\"quorum\": \"§ 39 GemO\"", "\"majority\": \"§ 40 GemO\"");
        change("words.properties", "term.assembly.in=", "term.assembly.inside=");
        Files.delete(folder.resolve("councils.json"));
        Files.delete(folder.resolve("legal/impressum.html"));

        assertThat(faults())
                .containsExactlyInAnyOrder(
                        "councils.json: is missing",
                        "legal/impressum.html: is missing",
                        "law.json:5: quorum is missing: pages cite it",
                        "words.properties:1: term.assembly.in is missing");
    }

    @Test
    void aTermThatASentenceCannotTakeInIsRefused() throws IOException {
        var line = change("words.properties", "term.council=Stadtrat", "term.council=L'Aquila");

        assertThat(faults())
                .singleElement()
                .asString()
                .startsWith("words.properties:" + line + ": term.council holds");
    }

    @Test
    void allFaultsAreSaidAtOnce() throws IOException {
        change("city.json", "\"name\": \"Nahebrück\",", "");
        change("districts.json", "\"row\": 0, \"column\": 1", "\"row\": 0, \"column\": 0");

        assertThat(faults()).hasSize(2);
    }
}
