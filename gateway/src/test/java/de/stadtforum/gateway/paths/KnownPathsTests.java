package de.stadtforum.gateway.paths;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadtforum.gateway.upstreams.Services;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.server.PathContainer;

/// What the services shipped with, and what they may change of it.
class KnownPathsTests {
    private static final List<URI> SOMEWHERE = List.of(URI.create("http://127.0.0.1:1"));

    private final KnownPaths known = known();

    private static KnownPaths known() {
        try {
            var settings =
                    PropertiesLoaderUtils.loadProperties(
                            new ClassPathResource("application.properties"));
            return new KnownPaths(
                    new Prefixes(
                            prefixes(settings, "membership"),
                            prefixes(settings, "session"),
                            prefixes(settings, "lab"),
                            prefixes(settings, "reporting")),
                    new Services(
                            SOMEWHERE, SOMEWHERE, SOMEWHERE, SOMEWHERE, Duration.ofSeconds(1)));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    private static List<String> prefixes(Properties settings, String service) {
        return List.of(settings.getProperty("stadtforum.prefixes." + service).split(","));
    }

    @ParameterizedTest
    @CsvSource({
        "/, lab",
        "/?lang=en, lab",
        "/labore?bezirk=eving&lang=en, lab",
        "/beschluss?stand=MET&am=2024-06-30, reporting",
        "/labore/lab-eving-2024?lang=en, lab",
        "/api/lab/labs, lab",
        "/stil/kern/fonts/fira-sans.css, styles",
        "/stil/stadtforum.css?v=12ab, styles",
        "/favicon.ico, styles",
        "/gremien, membership",
        "/gremien/vollversammlung/sitzverteilung, membership",
        "/empfehlungen, session",
        "/handlungsfelder/feld-licht, session",
        "/berichte/bericht-2024-h1.pdf, reporting",
        "/api/reporting/figures?halfYear=2024-H1, reporting",
        "/api/reporting/figures?period=2024-02-01--2024-04-30, reporting",
        "/beschluss, reporting",
        "/beschluss/2.1, reporting",
        "/api/session/openapi.json, session-document"
    })
    void keepsWhatAnswersEverybodyAlike(String address, String keeper) {
        assertThat(known.keeperOf(address)).isEqualTo(keeper);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/labore/x?hinweis=notice.received",
                "/gremien?lang=en&hinweis=notice.saved",
                "/beitraege/b-1",
                "/versammlung",
                "/betrieb/lab",
                "/einladungen/x",
                "/anmelden",
                "/konto",
                "/berichte/a/b",
                "/api/membership/persons/p-1",
                "/api/lab/contributions",
                "/api/lab/operations",
                "/gremien?lang=en&lang=en&lang=en&lang=en",
                "/gremien?lang=<script>",
                "/gremien?",
                "/gremien/../anmelden",
                "/Gremien",
                "/labore/%61",
                "/labore?stichtag=2024-01-01",
                "/stil/x.css?lang=de",
                "/gremien?lang=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void keepsNothingElse(String address) {
        assertThat(known.keeperOf(address)).isNull();
    }

    /// Written by each service's tests: what everybody may read.
    @ParameterizedTest
    @ValueSource(strings = {"membership", "session", "lab", "reporting"})
    void onlyWhatIsOpenToEverybodyIsKept(String service) throws IOException {
        var root = Path.of(System.getProperty("stadtforum.root"));
        var open =
                Files.readAllLines(root.resolve(service + "-service/rights.md")).stream()
                        .filter(line -> line.startsWith("- `GET "))
                        .map(line -> line.substring("- `GET ".length(), line.length() - 1))
                        .toList();
        assertThat(known.all().get(service).keptForEverybody())
                .isNotEmpty()
                .allSatisfy(path -> assertThat(open).contains(path));
    }

    @Test
    void filesAndEventsPassWhereTheServicesSaySo() {
        assertThat(known.takesFiles(PathContainer.parsePath("/vorlagen/v-1/dateien"))).isTrue();
        assertThat(known.takesFiles(PathContainer.parsePath("/vorlagen/v-1"))).isFalse();
        assertThat(known.hasEvents(PathContainer.parsePath("/sitzungen/s-1/ereignisse"))).isTrue();
        assertThat(known.hasEvents(PathContainer.parsePath("/labore/l-1/ereignisse"))).isFalse();
    }

    @Test
    void aServiceSaysWhatItLikesBelowItsPrefixes() {
        assertThat(known.declare("lab", said("/labore/{id}/karte"))).isTrue();
        assertThat(known.keeperOf("/labore/l-1/karte")).isEqualTo("lab");
        assertThat(known.keeperOf("/labore")).isNull();
        assertThat(known.declare("lab", said("/labore/{id}/karte"))).isFalse();
        assertThat(known.refusedOf("lab")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/gremien | /gremien is below none of its prefixes",
                "/laborex | /laborex is below none of its prefixes",
                "/** | /** is below none of its prefixes",
                "/{any} | /{any} is below none of its prefixes",
                "/labore/{id | /labore/{id is no pattern of a path",
                "labore | a path begins with / and has at most 200 plain signs",
                "/labore/ü | a path begins with / and has at most 200 plain signs"
            })
    void whatItMayNotSayIsRefusedByNameAndWhatItSaidBeforeStands(String path, String why) {
        assertThatThrownBy(() -> known.declare("lab", said(path))).hasMessage(why);
        assertThat(known.refusedOf("lab")).isEqualTo(why);
        assertThat(known.keeperOf("/labore")).isEqualTo("lab");
        known.declare("lab", said("/labore"));
        assertThat(known.refusedOf("lab")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{}", "{\"paths\": [null]}", "{\"paths\": 1}", "x"})
    void nonsenseIsRefused(String json) {
        assertThatThrownBy(() -> known.declare("lab", json))
                .isInstanceOf(Declaration.Refused.class);
    }

    @Test
    void aDeclarationIsNoBook() {
        var long64 = "{\"paths\": [\"" + "/labore/x\", \"".repeat(6_000) + "/labore\"]}";
        assertThatThrownBy(() -> known.declare("lab", long64))
                .hasMessage("it is longer than 64 KB");
    }

    private static String said(String path) {
        return "{\"paths\": [\"/labore/**\"], \"keptForEverybody\": [\"%s\"], \"later\": 1}"
                .formatted(path);
    }

    @Test
    void noTwoServicesShareAPrefix() {
        var none = List.<String>of();
        assertThatThrownBy(
                        () -> new Prefixes(List.of("/gremien"), List.of("/gremien/x"), none, none))
                .hasMessageContaining("/gremien/x belongs to membership already");
    }
}
