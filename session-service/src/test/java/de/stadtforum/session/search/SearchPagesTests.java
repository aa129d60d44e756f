package de.stadtforum.session.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.search.SearchIndex;
import de.stadtforum.session.Client;
import de.stadtforum.session.OtherServices;
import de.stadtforum.session.SessionTest;
import de.stadtforum.session.papers.Paper;
import de.stadtforum.session.papers.Paper.Proposed;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Whoever searches finds what everybody may read of the assembly, at once, and nothing of a closed item.
@SessionTest
class SearchPagesTests {
    @Autowired private Client client;

    @Autowired private OtherServices others;

    @Autowired private SearchIndex index;

    @Autowired private AggregateStore<Paper> papers;

    @BeforeEach
    void ready() {
        others.assembly();
        await().atMost(Duration.ofSeconds(20)).until(index::isReady);
    }

    @Test
    void aMeetingIsFoundByItsPublicItemsAndByNoClosedOne() {
        client.put(
                        Client.OFFICE,
                        "/meetings/gesucht",
                        "{'body':'vollversammlung','date':'2024-04-17'}")
                .is(201);
        item("gesucht", "offen", "1", "PUBLIC", "Fußgängerüberweg Südstraße");
        item("gesucht", "zu", "2", "CLOSED", "Personalie Geheimrat");
        assertThat(found("fussgaengerueberweg suedstr")).containsExactly("/sitzungen/gesucht");
        assertThat(found("Geheimrat")).isEmpty();
        assertThat(found("suedstr&art=MEETING")).containsExactly("/sitzungen/gesucht");
        assertThat(found("suedstr&art=PAPER")).isEmpty();
        item("gesucht", "offen", "1", "PUBLIC", "Radweg Nordstraße", true);
        assertThat(found("suedstr")).as("the item has another title").isEmpty();
    }

    @Test
    void whatIsTypedIsPlainTextWhateverItIs() {
        for (var words : List.of("100%", "_", "\\", "'", "a b |", "*", "😀"))
            client.look(null, "/versammlung/suche?q=" + words).is(200);
        client.look(null, "/versammlung/suche?q=" + "x".repeat(501)).is(400);
        client.look(null, "/versammlung/suche?q=x&art=ERFUNDEN").is(400);
        client.look(null, "/versammlung/suche?q=x&ab=erfunden").is(400);
    }

    @Test
    void inEnglishEachLinkAndTheFieldStayEnglish() {
        var day = LocalDate.of(2024, 3, 5);
        for (var i = 0; i < 21; i++) {
            var id = "englisch-" + i;
            papers.create(
                    id,
                    paper ->
                            Paper.propose(
                                    paper,
                                    id,
                                    new Proposed("vollversammlung", "Zebrastreifen", id, day)));
        }
        client.put(
                        Client.OFFICE,
                        "/meetings/englisch",
                        "{'body':'vollversammlung','date':'2024-04-24'}")
                .is(201);
        item("englisch", "offen", "1", "PUBLIC", "Zebrastreifen");
        var page = client.page(null, "/versammlung/suche?q=Zebrastreifen&lang=en");
        assertThat(page.select("main form input[name=lang]").val()).isEqualTo("en");
        assertThat(page.select("main a").eachAttr("href"))
                .anyMatch(link -> link.contains("ab="))
                .anyMatch(link -> link.contains("art="))
                .anyMatch(link -> link.startsWith("/vorlagen/"))
                .allMatch(link -> link.contains("lang=en"));
    }

    private void item(
            String meeting, String id, String number, String part, String title, boolean... again) {
        var path = "/sitzungen/" + meeting + "/punkte" + (again.length > 0 ? "/berichtigen" : "");
        client.form(
                        Client.OFFICE,
                        path,
                        "item",
                        id,
                        "number",
                        number,
                        "part",
                        part,
                        "title",
                        title,
                        "reason",
                        "Der Titel war ein anderer.")
                .is(303);
    }

    private List<String> found(String words) {
        return client.page(null, "/versammlung/suche?q=" + words)
                .select("main article h2 a")
                .eachAttr("href");
    }
}
