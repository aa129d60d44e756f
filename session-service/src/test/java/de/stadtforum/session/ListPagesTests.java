package de.stadtforum.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.session.groups.WorkingGroup;
import de.stadtforum.session.groups.WorkingGroup.Decided;
import de.stadtforum.session.motions.Targets;
import de.stadtforum.testing.ListTrial;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A list on a page ends somewhere and goes on from there, also when something arrives in between.
@SessionTest
class ListPagesTests {
    private static final String DAY = "2024-03-05";

    @Autowired private Client client;

    @Autowired private OtherServices others;

    @Autowired private MongoDatabase database;

    @Autowired private AggregateStore<WorkingGroup> groups;

    @Autowired private Targets targets;

    @LocalServerPort private int port;

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

    @Test
    void aGroupThatMetForYearsShowsItsNewestMeetingsAndLeadsToTheOthers() {
        var id = group("ag-seit-jahren");
        var meetings = planted("meetings").with("body", id);
        for (var i = 1; i <= 25; i++)
            meetings.with("course.date", "2023-03-%02d".formatted(i)).item(i);

        var page = client.page(null, "/arbeitsgruppen/" + id);
        var shown = page.select("#sitzungen + ul a").eachText();
        assertThat(shown).hasSize(20).startsWith("25. März 2023");
        var next = page.select("main nav a[href*='ab=']").attr("href");
        assertThat(next).endsWith("#sitzungen");
        assertThat(client.page(null, next).select("#sitzungen + ul a").eachText())
                .hasSize(5)
                .endsWith("1. März 2023");
        meetings.clear();
    }

    @Test
    void allVotesOfAMeetingStandOnItsPageHoweverManyThereAre() {
        client.put(
                        Client.OFFICE,
                        "/meetings/viele-stimmen",
                        "{'body':'vollversammlung','date':'2024-05-08'}")
                .is(201);
        client.form(
                        Client.OFFICE,
                        "/sitzungen/viele-stimmen/punkte",
                        "item",
                        "i-1",
                        "number",
                        "1",
                        "part",
                        "PUBLIC",
                        "title",
                        "Licht")
                .is(303);
        var votes =
                planted("votes")
                        .with("question.meeting", "viele-stimmen")
                        .with("question.item", "i-1");
        for (var i = 1; i <= 205; i++) votes.item(i);

        assertThat(
                        client.page(Client.OFFICE, "/sitzungen/viele-stimmen")
                                .select("a[href^=/abstimmungen/]")
                                .eachAttr("href"))
                .hasSizeGreaterThanOrEqualTo(205);
        votes.clear();
    }

    @Test
    void whereAMeetingChoosesFromWhatWaitsAllOfItIsOneLinkAway() {
        client.put(
                        Client.OFFICE,
                        "/meetings/viele-vorschlaege",
                        "{'body':'vollversammlung','date':'2024-05-15'}")
                .is(201);
        put(
                "proposals",
                "'kind':'OTHER';'source':'dez-recht';'publicTitle':true;'title'",
                "wartet");
        assertThat(
                        client.page(Client.OFFICE, "/sitzungen/viele-vorschlaege")
                                .select("form:has(#punkt-vorschlag) a")
                                .attr("href"))
                .isEqualTo("/eingang?body=vollversammlung");
    }

    @Test
    void theAssemblysPageShowsTheNewestFieldsAndTheGroupsAtWork() {
        var fields = planted("fields").with("on", "2098-01-01");
        for (var i = 1; i <= 25; i++) fields.item(i);
        var atWork = group("ag-bei-der-arbeit");
        var ended = group("ag-am-ziel");
        groups.decide(ended, group -> group.end(new Decided("v-ende", LocalDate.parse(DAY))));

        var page = client.page(null, "/versammlung");
        assertThat(page.select("section[aria-labelledby=handlungsfelder] li")).hasSize(20);
        assertThat(page.select("section[aria-labelledby=gruppen] li a").eachAttr("href"))
                .contains("/arbeitsgruppen/" + atWork)
                .doesNotContain("/arbeitsgruppen/" + ended);
        assertThat(page.select("section p a").eachAttr("href"))
                .contains("/handlungsfelder", "/arbeitsgruppen");
        fields.clear();
    }

    @Test
    void aQuestionThatWasTakenBackWaitsForNoStatement() {
        put("questions", "'by':'dez-recht';'title'", "steht-noch");
        put("questions", "'by':'dez-recht';'title'", "zurueckgenommen");
        client.post(Client.OFFICE, "/questions/zurueckgenommen/withdraw", "{'reason':'Irrtum'}")
                .is(200);
        assertThat(targets.of("give-statement"))
                .containsKey("steht-noch")
                .doesNotContainKey("zurueckgenommen");
    }

    private ListTrial planted(String collection) {
        return ListTrial.of(port, database, collection, "");
    }

    private String group(String id) {
        var formed = new Decided("v-" + id, LocalDate.parse(DAY));
        groups.create(id, known -> WorkingGroup.form(known, id, id, List.of(), formed));
        return id;
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
