package de.stadtforum.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.Publicity;
import de.stadtforum.testing.ListTrial;
import de.stadtforum.testing.TestTokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Every list has an end and a next, and says no more than it may.
@SessionTest
class ListsTests {
    private static final String API = "/api/session/";

    @Autowired private MongoDatabase database;
    @Autowired private Client client;
    @Autowired private OtherServices others;
    @LocalServerPort private int port;

    private ListTrial list(String collection, String address) {
        return ListTrial.of(port, database, collection, API + address);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    fields          | shapes.0.description
                    papers          | stops.0.result
                    questions       | statement.text
                    recommendations | reply.text
                    rules           | text
                    topics          | options.0.title
                    """)
    void whatEverybodyReads(String list, String whole) {
        list(list, list).hiding(whole).check();
    }

    @Test
    void meetingsWithoutWhatIsOfTheClosedPart() {
        var body = "liste-gremium";
        for (var query :
                new String[] {"", "?body=" + body, "?year=2024", "?year=2024&body=" + body})
            list("meetings", "meetings" + query)
                    .with("body", body)
                    .with("items.0.part", "CLOSED")
                    .hiding("items.0.title", "attendance.entries.0.person")
                    .check();
        list("meetings", "meetings").as(Client.OFFICE).hiding("items.0.title").check();
    }

    @Test
    void votesWithoutWhoVotedAndOnWhichWords() {
        for (var query : new String[] {"", "?meeting=liste-sitzung"})
            list("votes", "votes" + query)
                    .with("question.meeting", "liste-sitzung")
                    .with("publicItem", false)
                    .hiding("question.motion.text", "electorate.cityring.person")
                    .check();
    }

    @Test
    void groupsWithoutTheirRoom() {
        list("groups", "groups")
                .hiding("room.notes.0.text", "room.contacts.mitglied-polizei.contact")
                .check();
    }

    @Test
    void proposalsForThoseOfTheBody() {
        var body = "liste-eingang";
        for (var someone :
                new String[] {
                    Client.OFFICE,
                    TestTokens.of("listenmitglied", null, "member:" + body, "deputy:anderswo"),
                    TestTokens.of("listenamt", null, "department:dez-recht")
                })
            for (var query : new String[] {"", "?body=" + body})
                list("proposals", "proposals" + query)
                        .as(someone)
                        .with("submission.body", body)
                        .hiding("submission.text", "comments.0.comment")
                        .check();
    }

    @Test
    void ofProposalsALabTeamReadsThoseFromLabs() {
        var team = TestTokens.of("listenteam", null, "lab-team:eving");
        for (var kind : new String[] {"LAB_RESULT", "FIELD"})
            for (var query : new String[] {"", "?body=liste-eingang"})
                list("proposals", "proposals" + query)
                        .as(team)
                        .with("submission.body", "liste-eingang")
                        .with("submission.kind", kind)
                        .hiding("submission.text")
                        .check();
    }

    /// The list finds for everybody what each may read one by one, and no more.
    @Test
    void ofProposalsEverybodyListsWhatMayBeRead() {
        others.assembly();
        others.body("ag-liste", BodyKind.WORKING_GROUP, Publicity.CLOSED, 1);
        others.body("lk-liste", BodyKind.STEERING_GROUP, Publicity.CLOSED, 1);
        var items =
                List.of(
                        received("vollversammlung", "OTHER"),
                        received("ag-liste", "OTHER"),
                        received("anderes-gremium", "LAB_RESULT"));
        var ids = items.stream().map(each -> each.item(1)).toList();
        for (var roles :
                new String[] {
                    "member:vollversammlung",
                    "member:ag-liste",
                    "chair:vollversammlung",
                    "secretariat:vollversammlung",
                    "secretariat:ag-liste",
                    "minute-taker:vollversammlung",
                    "deputy:*",
                    "lab-team:eving",
                    "member:lk-liste",
                    "department:dez-recht",
                    "member:nirgends"
                }) {
            var token = TestTokens.of("listet-" + roles.replaceAll("\\W", "-"), null, roles);
            var listed = ListTrial.of(port, database, "proposals", API + "proposals").as(token);
            var shown = listed.page(API + "proposals?limit=200").ids();
            for (var id : ids)
                assertThat(shown.contains(id))
                        .as(roles + " " + id)
                        .isEqualTo(client.get(token, "/proposals/" + id).status() == 200);
        }
        items.forEach(ListTrial::clear);
    }

    private ListTrial received(String body, String kind) {
        return list("proposals", "proposals")
                .with("submission.body", body)
                .with("submission.kind", kind);
    }

    @Test
    void aCursorIsGoodForItsOwnListAlone() {
        var fields = list("fields", "fields");
        fields.item(1);
        fields.item(2);
        var cursor = "cursor=" + ListTrial.cursorOf(fields.page(API + "fields?limit=1"));
        for (var other : new String[] {"topics?", "meetings?", "meetings?body=x&", "votes?"})
            assertThat(fields.isRefused(API + other + cursor, "cursor")).contains("anderen Liste");
        fields.clear();
    }
}
