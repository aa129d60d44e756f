package de.stadtforum.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// A list on a page ends somewhere and goes on from there, also when something arrives in between.
@SessionTest
class ListPagesTests {
    private static final String DAY = "2024-03-05";

    @Autowired private Client client;

    @Autowired private OtherServices others;

    @BeforeEach
    void tellOnce() {
        others.assembly();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "proposals, /eingang, 'kind':'OTHER';'source':'dez-recht';'publicTitle':true;'title'",
                "topics, /themen, 'title'",
                "questions, /fragen, 'by':'dez-recht';'title'"
            })
    void ofManyFromOneDayEachStandsOnOnePage(String kind, String page, String fields) {
        for (var i = 0; i < 45; i++) put(kind, fields, "viele-%s-%02d".formatted(kind, i));

        var shown = new ArrayList<String>();
        var path = page;
        for (var pages = 1; path != null && pages < 20; pages++) {
            var read = client.page(Client.OFFICE, path);
            var ids = read.select("main article[id^=viele-" + kind + "]").eachAttr("id");
            assertThat(read.select("main article").size()).isLessThanOrEqualTo(20);
            shown.addAll(ids);
            if (pages == 1) put(kind, fields, "viele-%s-dazu".formatted(kind));
            var next = read.selectFirst("main nav a[href*='ab=']");
            path = next == null ? null : next.attr("href");
        }

        shown.remove("viele-%s-dazu".formatted(kind));
        assertThat(shown).hasSize(45);
        assertThat(new LinkedHashSet<>(shown)).hasSize(45);
    }

    @Test
    void aCursorOfAnotherListIsBadInput() {
        for (var i = 0; i < 21; i++) put("topics", "'title'", "fremd-%02d".formatted(i));
        var next = client.page(Client.OFFICE, "/themen").selectFirst("main nav a[href*='ab=']");
        var cursor = next.attr("href").replaceFirst(".*ab=", "");
        client.look(Client.OFFICE, "/fragen?ab=" + cursor).is(400);
        client.look(Client.OFFICE, "/themen?ab=erfunden").is(400);
        client.look(Client.OFFICE, "/themen?ab=" + "A".repeat(2_001)).is(400);
    }

    private void put(String kind, String fields, String id) {
        client.put(
                        Client.OFFICE,
                        "/" + kind + "/" + id,
                        "{'body':'vollversammlung',"
                                + fields.replace(';', ',')
                                + ":'"
                                + id
                                + "','on':'"
                                + DAY
                                + "'}")
                .is(201);
    }
}
