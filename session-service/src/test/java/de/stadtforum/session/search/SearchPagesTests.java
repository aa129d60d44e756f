package de.stadtforum.session.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.stadtforum.search.SearchIndex;
import de.stadtforum.session.Client;
import de.stadtforum.session.OtherServices;
import de.stadtforum.session.SessionTest;
import java.time.Duration;
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
        item("offen", "1", "PUBLIC", "Fußgängerüberweg Südstraße");
        item("zu", "2", "CLOSED", "Personalie Geheimrat");
        assertThat(found("fussgaengerueberweg suedstr")).containsExactly("/sitzungen/gesucht");
        assertThat(found("Geheimrat")).isEmpty();
        assertThat(found("suedstr&art=MEETING")).containsExactly("/sitzungen/gesucht");
        assertThat(found("suedstr&art=PAPER")).isEmpty();
        item("offen", "1", "PUBLIC", "Radweg Nordstraße", true);
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

    private void item(String id, String number, String part, String title, boolean... again) {
        var path = "/sitzungen/gesucht/punkte" + (again.length > 0 ? "/berichtigen" : "");
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
