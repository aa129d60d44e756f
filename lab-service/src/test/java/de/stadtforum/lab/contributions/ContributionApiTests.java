package de.stadtforum.lab.contributions;

import static de.stadtforum.lab.Portal.MODERATOR;
import static de.stadtforum.lab.Portal.RESIDENT;
import static de.stadtforum.lab.Portal.TEAM;
import static de.stadtforum.lab.Portal.TEAM_OF_EVING;
import static de.stadtforum.lab.Portal.accepted;
import static de.stadtforum.lab.Portal.fresh;
import static de.stadtforum.lab.Portal.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import de.stadtforum.lab.LabPlatformTest;
import de.stadtforum.lab.Portal;
import de.stadtforum.testing.TestTokens;
import java.time.Duration;
import java.util.ArrayList;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@LabPlatformTest
class ContributionApiTests {
    private static final String SEND =
            "{'lab':'%s','channel':'%s','text':'Am Markt ist es dunkel.','on':'%s'}";
    private final Portal portal;
    private final MongoDatabase database;

    ContributionApiTests(Portal portal, MongoDatabase database) {
        this.portal = portal;
        this.database = database;
    }

    @Test
    void isPublicOnlyWhileItIsPublished() {
        var lab = portal.openedLab("eving");
        var id = portal.contribution(lab, "Am Markt ist es dunkel.");
        var path = "/api/lab/contributions/" + id;
        assertThat(portal.read(RESIDENT, path).getStatus()).isEqualTo(404);
        assertThat(text(portal.read(MODERATOR, path))).contains("Am Markt ist es dunkel.");
        assertThat(portal.post(TEAM, path + "/publish", "{'on':'2024-06-20'}").getStatus())
                .isEqualTo(403);
        accepted(portal.post(MODERATOR, path + "/publish", "{'on':'2024-06-20'}"));
        assertThat(text(portal.read(RESIDENT, path))).contains("Am Markt ist es dunkel.");
        var withhold = "{'reason':'PERSONAL_DATA','note':'Name im Text','on':'2024-06-20'}";
        accepted(portal.post(MODERATOR, path + "/withhold", withhold));
        assertThat(portal.read(RESIDENT, path).getStatus()).isEqualTo(404);
        assertThat(text(portal.read(RESIDENT, "/api/lab/contributions?lab=" + lab)))
                .isEqualTo("[]");
    }

    /// The page was opened before somebody else decided.
    @Test
    void aDecisionOfAColleagueIsNotOverturnedUnseen() {
        var lab = portal.openedLab("eving");
        var id = portal.contribution(lab, "Am Markt ist es dunkel.");
        var page = "/beitraege/" + id;
        var publish =
                portal.form(MODERATOR, page + "/publish", "stand", "RECEIVED", "on", "2024-06-20");
        assertThat(publish.getStatus()).isEqualTo(303);
        var withhold =
                portal.form(
                        MODERATOR,
                        page + "/withhold",
                        "stand",
                        "RECEIVED",
                        "reason",
                        "INSULT",
                        "on",
                        "2024-06-20");
        assertThat(withhold.getStatus()).isEqualTo(409);
        assertThat(portal.read(RESIDENT, "/api/lab/contributions/" + id).getStatus())
                .isEqualTo(200);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void itsWordsStandInNoFactAndInNoLog(CapturedOutput output) {
        var words = "Unverwechselbar4711";
        var lab = portal.openedLab("eving");
        var id = portal.contribution(lab, words);
        portal.put(
                RESIDENT,
                "/api/lab/contributions/" + fresh("falsch"),
                "{'lab':'" + lab + "','text':'" + words + "','channel':'" + words + "'}");
        portal.put(RESIDENT, "/api/lab/contributions/" + fresh("kaputt"), "{'text':'" + words);
        portal.form(RESIDENT, "/labore/" + lab + "/beitraege", "id", "Ä", "text", words);
        accepted(
                portal.post(
                        MODERATOR,
                        "/api/lab/contributions/" + id + "/publish",
                        "{'on':'2024-06-20'}"));
        accepted(
                portal.post(
                        MODERATOR,
                        "/api/lab/contributions/" + id + "/withhold",
                        "{'reason':'INSULT','note':'" + words + "','on':'2024-06-20'}"));
        var journal = database.getCollection("journal");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> journal.countDocuments(Filters.eq("aggregate", id)) == 3);
        var told = journal.find().map(Document::toJson).into(new ArrayList<>());
        assertThat(told).noneMatch(fact -> fact.contains(words));
        assertThat(database.getCollection("contributions").find(Filters.eq(id)).first().toJson())
                .contains(words);
        assertThat(output.getAll()).doesNotContain(words);
    }

    @ParameterizedTest
    @CsvSource({
        "RESIDENT, ONLINE,    2024-06-20, 201",
        "RESIDENT, ONLINE,    2024-06-19, 409", // a date of one's own
        "RESIDENT, PAPER,     2024-06-20, 401",
        "EVING,    PAPER,     2024-03-02, 201",
        "EVING,    ONLINE,    2024-04-02, 201", // entered late
        "EVING,    ONLINE,    2024-03-31, 409", // before the lab opened
        "MODERATOR, ON_SITE,  2024-06-20, 403",
    })
    void residentsSendOnlineTodayAndTheTeamEntersTheRest(
            String who, String channel, String on, int status) {
        var token =
                switch (who) {
                    case "EVING" -> TEAM_OF_EVING;
                    case "MODERATOR" -> MODERATOR;
                    default -> RESIDENT;
                };
        var path = "/api/lab/contributions/" + fresh("beitrag");
        var json = SEND.formatted(portal.openedLab("eving"), channel, on);
        assertThat(portal.put(token, path, json).getStatus()).isEqualTo(status);
    }

    @Test
    void isAssessedByTheTeamOfItsDistrictOrByAModerator() {
        var id = portal.contribution(portal.openedLab("brackel"), "Mehr Bänke");
        var path = "/api/lab/contributions/" + id;
        accepted(portal.post(MODERATOR, path + "/publish", "{'on':'2024-06-20'}"));
        var assess = "{'assessment':'TAKEN_UP','text':'Kommt.','on':'2024-06-20'}";
        assertThat(portal.post(TEAM_OF_EVING, path + "/assess", assess).getStatus()).isEqualTo(403);
        accepted(portal.post(MODERATOR, path + "/assess", assess));
    }

    @Test
    void waitsBeforeTheModeratorsOfItsDistrictOnly() {
        var id = portal.contribution(portal.openedLab("brackel"), "Ein Zebrastreifen fehlt.");
        var theirs = TestTokens.of("moderation-eving", null, "moderator:eving");
        var path = "/api/lab/contributions/" + id;
        assertThat(portal.read(theirs, path).getStatus()).isEqualTo(404);
        assertThat(portal.post(theirs, path + "/publish", "{'on':'2024-06-20'}").getStatus())
                .isEqualTo(403);
        assertThat(portal.all(theirs, "/beitraege")).doesNotContain("Zebrastreifen");
        assertThat(portal.all(MODERATOR, "/beitraege")).contains("Zebrastreifen");
    }

    @Test
    void goesOnlyIntoALabThatIsOpen() {
        var path = "/api/lab/contributions/" + fresh("beitrag");
        var closed = SEND.formatted(portal.plannedLab("eving"), "ONLINE", "2024-06-20");
        assertThat(text(portal.put(RESIDENT, path, closed)))
                .contains("\"rule\":\"CLOSED_FOR_CONTRIBUTIONS\"");
        var nowhere = SEND.formatted("lab-nirgends", "ONLINE", "2024-06-20");
        assertThat(text(portal.put(RESIDENT, path, nowhere))).contains("\"rule\":\"NO_SUCH_LAB\"");
    }

    @Test
    void aFloodIsHeldBackAndARepetitionIsNoFlood() {
        var lab = portal.openedLab("scharnhorst");
        var first = portal.contribution(lab, "Nummer 1");
        for (var i = 2; i <= 40; i++) portal.contribution(lab, "Nummer " + i);
        var json = SEND.formatted(lab, "ONLINE", "2024-06-20");
        var one = portal.put(RESIDENT, "/api/lab/contributions/" + fresh("beitrag"), json);
        assertThat(one.getStatus()).isEqualTo(429);
        assertThat(text(one)).contains("in einer Minute");
        var again = json.replace("Am Markt ist es dunkel.", "Nummer 1");
        assertThat(portal.put(RESIDENT, "/api/lab/contributions/" + first, again).getStatus())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "lab     | {'channel':'ONLINE','text':'Licht','on':'2024-06-20'}                    | NotNull",
                "lab     | {'lab':'../x','channel':'ONLINE','text':'Licht','on':'2024-06-20'}       | Id",
                "channel | {'lab':'lab-1','channel':'UNKNOWN','text':'Licht','on':'2024-06-20'}     | Known",
                "channel | {'lab':'lab-1','channel':'FAX','text':'Licht','on':'2024-06-20'}         | Type",
                "text    | {'lab':'lab-1','channel':'ONLINE','text':'   ','on':'2024-06-20'}        | Text",
                "text    | {'lab':'lab-1','channel':'ONLINE','text':'LONG','on':'2024-06-20'}       | Text",
                "on      | {'lab':'lab-1','channel':'ONLINE','text':'Licht','on':'20. April'}       | Type",
                "name    | {'lab':'lab-1','channel':'ONLINE','text':'L','on':'2024-06-20','name':'X'} | Unknown",
            })
    void badInputNamesFieldAndRule(String field, String json, String rule) {
        var long2001 = json.replace("LONG", "x".repeat(2_001));
        var response = portal.put(RESIDENT, "/api/lab/contributions/" + fresh("beitrag"), long2001);
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(text(response))
                .contains("\"field\":\"" + field + "\"")
                .contains("\"rule\":\"" + rule + "\"");
    }
}
