package de.stadtforum.session;

import de.stadtforum.session.groups.WorkingGroup;
import de.stadtforum.session.meetings.Meeting;
import de.stadtforum.session.papers.Paper;
import de.stadtforum.session.recommendations.Recommendation;
import de.stadtforum.session.topics.Topic;
import de.stadtforum.session.voting.OneOfEach;
import de.stadtforum.session.voting.Vote;
import de.stadtforum.testing.RightsMatrix;
import de.stadtforum.testing.RightsTrial;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/// Who may what is written down, and is so.
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"spring.profiles.active=demo", "stadtforum.demo.today=2024-03-20T10:00:00Z"})
@AutoConfigureMockMvc
@Import({Client.class, OneOfEach.class})
class RightsTests {
    private static final String ASSEMBLY = "vollversammlung";

    @Autowired private ApplicationContext service;

    @Autowired private OneOfEach oneOfEach;

    @LocalServerPort private int port;

    @Test
    void everyEndpointStandsInTheMatrix() {
        RightsMatrix.of(service).check(Path.of("rights.md"));
    }

    @Test
    void everyLineHolds() {
        oneOfEach.store();
        RightsTrial.of(port, RightsMatrix.of(service))
                .there(Meeting.class, "m", ASSEMBLY)
                .there(Topic.class, "t", ASSEMBLY)
                .there(Vote.class, "v", ASSEMBLY)
                .there(WorkingGroup.class, "g", "g")
                .there(Paper.class, "p", ASSEMBLY)
                .but(Paper.class, "committee", "abooab")
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
                .sending("POST /api/session/groups/{id}/contacts/withdraw", "{'person':'p-1'}")
                .sending("POST /arbeitsgruppen/{id}/kontakte/zuruecknehmen", "person=p-1")
                .run();
    }
}
