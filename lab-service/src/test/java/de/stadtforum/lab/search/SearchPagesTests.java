package de.stadtforum.lab.search;

import static de.stadtforum.lab.Portal.MODERATOR;
import static de.stadtforum.lab.Portal.RESIDENT;
import static de.stadtforum.lab.Portal.accepted;
import static de.stadtforum.lab.Portal.document;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.stadtforum.lab.LabPlatformTest;
import de.stadtforum.lab.Portal;
import de.stadtforum.search.SearchIndex;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.UriComponentsBuilder;

/// Who searches finds what everybody may read, at once, and nothing else; without an index the lists go on.
@LabPlatformTest
class SearchPagesTests {
    private final Portal portal;
    private final SearchIndex index;

    SearchPagesTests(Portal portal, SearchIndex index) {
        this.portal = portal;
        this.index = index;
    }

    @BeforeEach
    void ready() {
        await().atMost(Duration.ofSeconds(20)).until(index::isReady);
    }

    @Test
    void whatIsPublishedIsFoundAtOnceAndWhatIsTakenBackIsNot() {
        var lab = portal.openedLab("eving");
        var sent = portal.contribution(lab, "Am Fröbelweg flackert die Straßenlaterne.");
        assertThat(found("froebelweg")).as("not yet published").isEmpty();
        act(sent, "publish", "{'on':'2024-06-20'}");
        for (var words : List.of("fröbelweg", "Froebelweg", "STRASSENLATERNEN flackern", "fröbel"))
            assertThat(found(words)).as(words).containsExactly("/beitraege/" + sent);
        assertThat(portal.page(RESIDENT, "/labore/" + lab).select("#beitraege + p").text())
                .startsWith("1 veröffentlicht");
        act(sent, "withdraw-publication", "{'reason':'Irrtum'}");
        assertThat(found("fröbelweg")).as("not published any more").isEmpty();
    }

    @Test
    void aLabIsFoundByItsNeighbourhoodAndASearchStaysInItsDistrict() {
        var lab = portal.openedLab("eving");
        var there = portal.contribution(lab, "Zweimal Wunschbrunnen, hier.");
        var other = portal.openedLab("huckarde");
        var elsewhere = portal.contribution(other, "Zweimal Wunschbrunnen, dort.");
        for (var each : List.of(there, elsewhere)) act(each, "publish", "{'on':'2024-06-20'}");
        assertThat(onAllPages("/suche?q=Lindenhorst&bezirk=eving")).contains("/labore/" + lab);
        assertThat(found("wunschbrunnen"))
                .containsExactlyInAnyOrder("/beitraege/" + there, "/beitraege/" + elsewhere);
        var page = portal.page(RESIDENT, "/suche?q=wunschbrunnen");
        assertThat(page.select("nav a[href*=bezirk]").eachText())
                .containsExactlyInAnyOrder("Eving (1)", "Huckarde (1)");
        assertThat(hits("/suche?q=wunschbrunnen&bezirk=eving"))
                .containsExactly("/beitraege/" + there);
        assertThat(portal.read(RESIDENT, "/suche?q=x&bezirk=nirgends").getStatus()).isEqualTo(404);
    }

    @Test
    void anEmptyFieldShowsHowToSearch() {
        var page = portal.page(RESIDENT, "/suche").select("main").text();
        assertThat(page).isNotEmpty();
        assertThat(portal.page(RESIDENT, "/suche?q=").select("main").text()).isEqualTo(page);
    }

    @Test
    void whatIsTypedIsPlainTextWhateverItIs() {
        for (var words :
                List.of(
                        "100%",
                        "_",
                        "\\",
                        "'",
                        "\"",
                        "a & b |",
                        "*",
                        "AND OR NOT (",
                        "😀",
                        "ä".repeat(500)))
            assertThat(portal.read(RESIDENT, search(words)).getStatus()).as(words).isEqualTo(200);
        assertThat(portal.read(RESIDENT, search("x".repeat(501))).getStatus()).isEqualTo(400);
        assertThat(portal.read(RESIDENT, "/suche?q=x&ab=erfunden").getStatus()).isEqualTo(400);
        assertThat(document(portal.read(RESIDENT, search("<b>fett</b>"))).select("main b"))
                .isEmpty();
    }

    @Test
    void manyAreFoundOnSeveralPagesEachOnce() {
        var lab = portal.openedLab("hombruch");
        for (var i = 0; i < 25; i++)
            act(
                    portal.contribution(lab, "Sammelbegriff Fahrradbügel " + i),
                    "publish",
                    "{'on':'2024-06-20'}");
        var shown = onAllPages("/suche?q=Fahrradb%C3%BCgel");
        assertThat(shown).hasSize(25);
        assertThat(new LinkedHashSet<>(shown)).hasSize(25);
    }

    @Test
    void inEnglishEachLinkStaysEnglish() {
        var labs = List.of(portal.openedLab("mengede"), portal.openedLab("huckarde"));
        for (var i = 0; i < 25; i++)
            act(
                    portal.contribution(labs.get(i / 21), "Sammelbegriff Sitzbank " + i),
                    "publish",
                    "{'on':'2024-06-20'}");
        assertThat(links("/suche?q=Sitzbank&lang=en"))
                .anyMatch(link -> link.contains("ab="))
                .anyMatch(link -> link.contains("bezirk=mengede"))
                .anyMatch(link -> link.startsWith("/beitraege/"))
                .allMatch(link -> link.contains("lang=en"));
        assertThat(links("/suche?q=Sitzbank&bezirk=mengede&lang=en"))
                .anyMatch(link -> link.contains("bezirk=mengede") && link.contains("ab="))
                .allMatch(link -> link.contains("lang=en"));
        assertThat(links("/suche?q=Sitzbank")).noneMatch(link -> link.contains("lang="));
    }

    private List<String> links(String path) {
        return portal.page(RESIDENT, path).select("main a").eachAttr("href");
    }

    @Test
    void withoutAnIndexTheListsGoOnAndTheSearchSaysSo() {
        var lab = portal.openedLab("hombruch");
        act(portal.contribution(lab, "Ohne Index."), "publish", "{'on':'2024-06-20'}");
        index.close();
        assertThat(portal.page(RESIDENT, "/labore/" + lab).text())
                .contains("1 veröffentlicht", "Ohne Index.");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(found("Ohne Index")).isNotEmpty());
    }

    private void act(String contribution, String act, String body) {
        accepted(
                portal.post(MODERATOR, "/api/lab/contributions/" + contribution + "/" + act, body));
    }

    private List<String> onAllPages(String search) {
        var shown = new ArrayList<String>();
        for (var path = search; !path.isEmpty(); ) {
            shown.addAll(hits(path));
            path =
                    document(portal.read(RESIDENT, URI.create(path)))
                            .select("main nav a[href*='ab=']")
                            .attr("href");
        }
        return shown;
    }

    private List<String> found(String words) {
        return hits(search(words));
    }

    private List<String> hits(String path) {
        return hits(URI.create(path));
    }

    private List<String> hits(URI address) {
        return document(portal.read(RESIDENT, address))
                .select("main article h2 a")
                .eachAttr("href");
    }

    private static URI search(String words) {
        return UriComponentsBuilder.fromPath("/suche")
                .queryParam("q", "{words}")
                .encode()
                .build(words);
    }
}
