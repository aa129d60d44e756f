package de.stadtforum.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.membership.BodyFact.Publicity;
import de.stadtforum.contracts.membership.PersonFact.PersonKnown;
import de.stadtforum.session.groups.WorkingGroup;
import de.stadtforum.session.meetings.Meeting;
import de.stadtforum.session.papers.Paper;
import de.stadtforum.session.proposals.Proposal;
import de.stadtforum.session.questions.Question;
import de.stadtforum.session.recommendations.Recommendation;
import de.stadtforum.session.topics.Topic;
import de.stadtforum.session.voting.OneOfEach;
import de.stadtforum.session.voting.Vote;
import de.stadtforum.testing.Disclosures;
import de.stadtforum.testing.RightsMatrix;
import de.stadtforum.testing.RightsTrial;
import de.stadtforum.testing.TestTokens;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Who may what is written down, and is so.
@SessionTest
class RightsTests {
    private static final String ASSEMBLY = "vollversammlung";
    private static final String NAME = "Zoe Musterprobe";
    private static final String CONTACT = "probe@example.org";
    private static final String TITLE = "Geheimsache Probe";

    @Autowired private ApplicationContext service;

    @Autowired private OneOfEach oneOfEach;

    @Autowired private Client client;

    @Autowired private OtherServices others;

    @LocalServerPort private int port;

    @BeforeEach
    void bringAboutWhatIsNamed() {
        others.assembly();
        oneOfEach.store();
        client.put(
                Client.OFFICE,
                "/proposals/prop",
                "{'body':'vollversammlung','kind':'OTHER','source':'dez-recht','title':'T','publicTitle':true,'on':'2024-03-05'}");
        client.put(
                Client.OFFICE,
                "/questions/q",
                "{'body':'vollversammlung','by':'verwaltung','title':'T','on':'2024-03-05'}");
    }

    @Test
    void everyEndpointStandsInTheMatrix() {
        RightsMatrix.of(service).check(Path.of("rights.md"));
    }

    @Test
    void everyLineHolds() {
        RightsTrial.of(port, RightsMatrix.of(service))
                .there(Meeting.class, "m", ASSEMBLY)
                .there(Topic.class, "t", ASSEMBLY)
                .there(Vote.class, "v", ASSEMBLY)
                .there(WorkingGroup.class, "g", "g")
                .there(Paper.class, "p", ASSEMBLY)
                .but(Paper.class, "committee", "abooab")
                .there(Proposal.class, "prop", ASSEMBLY)
                .but(Proposal.class, "department", "dez-recht")
                .there(Question.class, "q", ASSEMBLY)
                .but(Question.class, "department", "verwaltung")
                .there(Recommendation.class, "r", "abooab")
                .but(Recommendation.class, "secretariat", ASSEMBLY)
                .sending(
                        "PUT /api/session/meetings/{id}",
                        "{'body':'vollversammlung','date':'2024-03-05'}")
                .sending("POST /sitzungen", "id=neu&body=vollversammlung&date=2024-03-05")
                .sending(
                        "PUT /api/session/topics/{id}",
                        "{'body':'vollversammlung','title':'T','on':'2024-03-05'}")
                .sending(
                        "PUT /api/session/votes/{id}",
                        "{'meeting':'m','item':'i','mode':'OPEN','motion':{'kind':'procedural','text':'T'},'confirmed':['s']}")
                .sending(
                        "PUT /api/session/questions/{id}",
                        "{'body':'vollversammlung','by':'dez-recht','title':'T','on':'2024-03-05'}")
                .sending(
                        "PUT /api/session/proposals/{id}",
                        "{'body':'vollversammlung','kind':'OTHER','source':'lenkungskreis','title':'T','publicTitle':true,'on':'2024-03-05'}")
                .sending(
                        "POST /api/session/proposals/{id}/comments",
                        "{'by':'lenkungskreis','comment':'C','on':'2024-03-05'}")
                .sending(
                        "POST /eingang/{id}/anmerkungen",
                        "by=lenkungskreis&comment=C&on=2024-03-05")
                .sending(
                        "POST /eingang",
                        "id=neu&body=vollversammlung&kind=OTHER&source=lenkungskreis&title=T&on=2024-03-05")
                .sending(
                        "POST /sitzungen/nachtragen",
                        "id=neu&body=vollversammlung&date=2024-02-27&begins=2024-02-27T17:00&place=R&invitedOn=2024-02-19"
                                + "&publicMeeting=true&item=i&number=1&title=T&part=PUBLIC&outcome=&text=&yes=&no=&abstain=")
                .sending("POST /eingang/tagesordnung", "meeting=m&proposal=prop")
                .sending(
                        "POST /fragen",
                        "id=neu&body=vollversammlung&by=dez-recht&title=T&on=2024-03-05")
                .sending("POST /themen", "id=neu&body=vollversammlung&title=T&on=2024-03-05")
                .sending("POST /api/session/groups/{id}/contacts/withdraw", "{'person':'p-1'}")
                .sending("POST /arbeitsgruppen/{id}/kontakte/zuruecknehmen", "person=p-1")
                .run();
    }

    /// Who is in no body and has no task sees what the public sees (resolution 3.7, 4.4).
    @Test
    void whatIsInTheAnswersIsForThoseWhoseTaskItIs() {
        plant();
        Disclosures.of(port, RightsMatrix.of(service))
                .planted("names of persons", 'N', NAME)
                .planted("contact data", 'C', CONTACT)
                .planted("titles of the closed part", 'T', TITLE)
                .person("p-3")
                .in(ASSEMBLY, "g")
                .at("/sitzungen/{id}", "/sitzungen/m-probe", "/sitzungen/m-probe?item=i-probe")
                .at(
                        "/sitzungen/nachtragen",
                        "/sitzungen/nachtragen?body=vollversammlung&date=2024-03-05")
                .at("/api/session/meetings/{id}", "/api/session/meetings/m-probe")
                .at("/abstimmungen/{id}", "/abstimmungen/v-probe")
                .at("/api/session/votes/{id}", "/api/session/votes/v-probe")
                .at("/arbeitsgruppen/{id}", "/arbeitsgruppen/g")
                .at("/api/session/groups/{id}", "/api/session/groups/g")
                .at("/api/session/proposals/{id}", "/api/session/proposals/prop-probe")
                .at("/api/session/papers/{id}", "/api/session/papers/p")
                .at("/vorlagen/{id}", "/vorlagen/p")
                .at("/vorlagen/{id}/dateien/{file}", "/vorlagen/p/dateien/keine")
                .at("/api/session/papers/{id}/files", "/api/session/papers/p/files")
                .at("/api/session/papers/{id}/files/{file}", "/api/session/papers/p/files/keine")
                .at("/api/session/topics/{id}", "/api/session/topics/t")
                .at("/api/session/questions/{id}", "/api/session/questions/q")
                .at("/api/session/recommendations/{id}", "/api/session/recommendations/r")
                .at("/empfehlungen/{id}", "/empfehlungen/r")
                .at("/api/session/fields/{id}", "/api/session/fields/keines")
                .at("/handlungsfelder/{id}", "/handlungsfelder/keines")
                .at("/api/session/rules/{id}", "/api/session/rules/keine")
                .at("/betrieb/session/protokoll", "/betrieb/session/protokoll?person=p-3")
                .at("/api/session/operations/audit", "/api/session/operations/audit?person=p-3")
                .because("member", "sits in the body")
                .because("deputy", "sits in the body when the member does not")
                .because("chair", "leads the body")
                .because("secretariat", "runs the body and its working groups")
                .because("minute-taker", "records who was there and what was decided")
                .because("group-guest", "works in the working group (resolution 4.5)")
                .because("department", "comments on what waits for a body (resolution 2.3)")
                .because("data-protection", "reads in the audit who did what, by today's name")
                .because("operator", "reads in the audit who did what, by today's name")
                .check(Path.of("rights.md"));
    }

    private void plant() {
        others.tell("p-3", new PersonKnown(NAME));
        client.put(
                Client.OFFICE,
                "/meetings/m-probe",
                "{'body':'vollversammlung','date':'2024-03-05'}");
        client.post(
                        Client.OFFICE,
                        "/meetings/m-probe/convene",
                        "{'begins':'2024-03-05T16:00:00Z','place':'Rathaus','invitedOn':'2024-02-20','publicMeeting':true}")
                .is(200);
        client.post(
                        Client.OFFICE,
                        "/meetings/m-probe/items",
                        "{'item':'i-probe','number':'1','part':'CLOSED','title':'" + TITLE + "'}")
                .is(200);
        client.post(Client.OFFICE, "/meetings/m-probe/open", "{'at':'2024-03-05T16:02:00Z'}")
                .is(200);
        for (var i = 1; i <= 3; i++)
            client.post(
                            Client.OFFICE,
                            "/meetings/m-probe/attendance",
                            "{'seat':'s-%d','person':'p-%d','presence':'PRESENT','deputy':false,'at':'2024-03-05T16:03:00Z'}"
                                    .formatted(i, i))
                    .is(200);
        client.put(
                        Client.OFFICE,
                        "/votes/v-probe",
                        "{'meeting':'m-probe','item':'i-probe','mode':'OPEN','motion':{'kind':'procedural','text':'"
                                + TITLE
                                + "'},'confirmed':['s-1','s-2','s-3']}")
                .is(201);
        client.put(
                Client.OFFICE,
                "/proposals/prop-probe",
                "{'body':'vollversammlung','kind':'OTHER','source':'dez-recht','title':'"
                        + TITLE
                        // the newest stands on the first page
                        + "','publicTitle':false,'on':'2024-03-20'}");
        var zoe = TestTokens.of("konto-zoe", "p-3", "member:g");
        client.post(
                        zoe,
                        "/groups/g/contacts",
                        "{'person':'p-3','contact':'" + CONTACT + "','on':'2024-03-05'}")
                .is(200);
        client.post(zoe, "/meetings/m-probe/convene", "{}").is(403);
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        client.get(
                                        TestTokens.of("ds", null, "data-protection:*"),
                                        "/operations/audit?person=p-3")
                                .body()
                                .contains(NAME));
    }

    @Test
    void aSteeringGroupProposesAndCommentsForItself() {
        others.body("lenkungskreis", BodyKind.STEERING_GROUP, Publicity.CLOSED, 1);
        var member = TestTokens.of("lk", null, "member:lenkungskreis");
        var proposal =
                "{'body':'vollversammlung','kind':'RULES','source':'%s','title':'GO','publicTitle':true,'on':'2024-03-05'}";
        client.put(member, "/proposals/go-lk", proposal.formatted("lenkungskreis")).is(201);
        client.put(member, "/proposals/go-fremd", proposal.formatted("polizei")).is(403);
        client.get(member, "/proposals/go-lk").is(200);
        client.get(TestTokens.of("ag", null, "member:g"), "/proposals/go-lk").is(404);
        var comment = "{'by':'%s','comment':'Ergänzt.','on':'2024-03-06'}";
        client.post(member, "/proposals/go-lk/comments", comment.formatted("lenkungskreis"))
                .is(200);
        client.post(member, "/proposals/go-lk/comments", comment.formatted("dez-recht")).is(403);
    }

    @Test
    void aDepartmentAsksForItselfAndACommitteeTellsItsOwnOutcome() {
        var department = TestTokens.of("fv", null, "department:dez-recht");
        var question = "{'body':'vollversammlung','by':'%s','title':'Licht?','on':'2024-03-05'}";
        client.put(department, "/questions/q-recht", question.formatted("dez-recht")).is(201);
        client.put(department, "/questions/q-bauen", question.formatted("dez-bauen")).is(403);

        var committee = TestTokens.of("ausschuss", null, "committee:abooab", "committee:rat");
        var outcome = "{'body':'%s','result':'Zur Kenntnis genommen.','on':'2024-03-05'}";
        client.post(committee, "/papers/p/deliberations/record", outcome.formatted("abooab"))
                .is(200);
        client.post(
                        TestTokens.of("anderer", null, "committee:rat"),
                        "/papers/p/deliberations/record",
                        outcome.formatted("rat"))
                .is(403);
    }

    @Test
    void aGuestBelongsToTheWorkingGroupAndToNothingElse() {
        var guest = TestTokens.of("gast", null, "group-guest:*");
        client.post(guest, "/groups/g/notes", "{'note':'n','text':'Von uns','on':'2024-03-05'}")
                .is(200);
        assertThat(client.get(guest, "/groups/g").body()).contains("Von uns");
        client.post(
                        Client.OFFICE,
                        "/meetings/m/convene",
                        "{'begins':'2024-03-05T16:00:00Z','place':'Rathaus','invitedOn':'2024-02-20','publicMeeting':true}")
                .is(200);
        client.post(
                        Client.OFFICE,
                        "/meetings/m/items",
                        "{'item':'i-x','number':'9','part':'CLOSED','title':'Personalsache'}")
                .is(200);
        assertThat(client.get(guest, "/meetings/m").is(200).body()).doesNotContain("Personalsache");
        assertThat(client.get(Client.member("p-1"), "/meetings/m").body())
                .contains("Personalsache");
    }

    @Test
    void theMinuteTakerKeepsTheRecordAndCallsNoMeeting() {
        client.post(Client.MINUTES, "/meetings/m/convene", "{}").is(403);
        client.post(Client.MINUTES, "/meetings/m/attendance", "{}").is(400);
        assertThat(client.page(Client.MINUTES, "/sitzungen/m").select("form[action$=/vertagen]"))
                .isEmpty();
    }
}
