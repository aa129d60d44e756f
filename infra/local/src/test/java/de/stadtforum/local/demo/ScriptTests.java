package de.stadtforum.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadtforum.city.City;
import de.stadtforum.city.InvalidCity;
import de.stadtforum.local.DemoPerson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScriptTests {
    private static final Path CITIES =
            Path.of(System.getProperty("stadtforum.root", "../.."), "infra/cities");

    static List<Path> folders() throws IOException {
        try (var all = Files.list(CITIES)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void isToldByPeopleWhoAreThereInTheOrderOfTime(Path folder) {
        var city = City.read(folder.toString());
        var script = city.folder().read("demo.json", Script.class);
        var accounts = DemoPerson.of(city).stream().map(DemoPerson::account).toList();
        var commands =
                script.events().stream()
                        .map(Script.Event::commands)
                        .filter(Objects::nonNull)
                        .flatMap(List::stream)
                        .toList();

        assertThat(script.events()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
        assertThat(script.events().stream().map(Script.Event::found).filter(Objects::nonNull))
                .containsExactlyInAnyOrder(Script.Founded.values());
        assertThat(commands)
                .hasSizeGreaterThan(50)
                .allSatisfy(each -> {
                    assertThat(each.put() == null).isNotEqualTo(each.post() == null);
                    assertThat(each.body() == null || each.bodies() == null).isTrue();
                    if (each.as() != null) assertThat(accounts).contains(each.as());
                });
        assertThat(accounts).contains(script.office(), script.operator());
        assertThat(script.reports()).isNotEmpty();
    }

    @Test
    void aCommandThatNobodyReadsIsRefusedWithItsLine(@TempDir Path folder) throws IOException {
        try (var files = Files.list(CITIES.resolve("nahebrueck"))) {
            for (var file : files.filter(Files::isRegularFile).toList())
                Files.copy(file, folder.resolve(file.getFileName()));
        }
        Files.createDirectory(folder.resolve("legal"));
        for (var page : City.LEGAL_PAGES)
            Files.writeString(folder.resolve("legal/" + page + ".html"), "<p>Stadt</p>");
        var script = folder.resolve("demo.json");
        var text = Files.readString(script);
        Files.writeString(script, text.replaceFirst("\"minutes\"", "\"hours\""));
        var line = text.substring(0, text.indexOf("\"minutes\"")).lines().count();

        assertThatThrownBy(() -> DemoYear.of(City.read(folder.toString())))
                .isInstanceOf(InvalidCity.class)
                .hasMessageContaining("demo.json:" + line + ": hours is unknown here");
    }
}
