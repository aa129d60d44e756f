package de.stadtforum.lab.labs;

import static de.stadtforum.lab.Portal.RESIDENT;
import static de.stadtforum.lab.Portal.TEAM;
import static de.stadtforum.lab.Portal.accepted;
import static de.stadtforum.lab.Portal.tell;
import static de.stadtforum.lab.Portal.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.session.FieldFact;
import de.stadtforum.contracts.session.FieldFact.FieldNamed;
import de.stadtforum.contracts.session.ProposalFact;
import de.stadtforum.contracts.session.ProposalFact.Kind;
import de.stadtforum.contracts.session.ProposalFact.ProposalHeard;
import de.stadtforum.contracts.session.ProposalFact.ProposalReceived;
import de.stadtforum.lab.LabPlatformTest;
import de.stadtforum.lab.Portal;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

@LabPlatformTest
class HeardResultsTests {
    private static final LocalDate JUNE = LocalDate.of(2024, 6, 12);
    private final Portal portal;

    HeardResultsTests(Portal portal) {
        this.portal = portal;
    }

    @Test
    void aLabShowsWhenABodyTreatedItsResultAndWhichFieldGrewFromIt() {
        var lab = reportedLab();
        tell(
                "ergebnis-" + lab,
                1,
                ProposalFact.class,
                new ProposalReceived("vollversammlung", Kind.LAB_RESULT, lab, null, JUNE));
        tell("ergebnis-" + lab, 2, ProposalFact.class, new ProposalHeard("vv-2024-2", JUNE));
        tell(
                "feld-" + lab,
                1,
                FieldFact.class,
                new FieldNamed(new PublicText("Licht und Wege"), "abst-7", lab, JUNE));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> {
                    var page = portal.page(RESIDENT, "/labore/" + lab);
                    assertThat(page.select("a[href='/sitzungen/vv-2024-2']")).hasSize(1);
                    assertThat(page.select("a[href='/handlungsfelder/feld-" + lab + "']").text())
                            .isEqualTo("Licht und Wege");
                });
        assertThat(text(portal.read(RESIDENT, "/api/lab/labs/" + lab)))
                .contains("\"heard\":{\"meeting\":\"vv-2024-2\",\"on\":\"2024-06-12\"}");
    }

    @Test
    void anotherProposalOfALabIsNoResult() {
        var lab = reportedLab();
        var other = reportedLab();
        tell(
                "feld-vorschlag-" + lab,
                1,
                ProposalFact.class,
                new ProposalReceived("vollversammlung", Kind.FIELD, lab, null, JUNE));
        tell("feld-vorschlag-" + lab, 2, ProposalFact.class, new ProposalHeard("vv-2024-2", JUNE));
        tell(
                "feld-vorschlag-" + lab,
                3,
                ProposalFact.class,
                new ProposalReceived("vollversammlung", Kind.LAB_RESULT, other, null, JUNE));
        tell("feld-vorschlag-" + lab, 4, ProposalFact.class, new ProposalHeard("vv-2024-3", JUNE));
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        text(portal.read(RESIDENT, "/api/lab/labs/" + other))
                                .contains("vv-2024-3"));
        assertThat(text(portal.read(RESIDENT, "/api/lab/labs/" + lab))).doesNotContain("heard");
    }

    private String reportedLab() {
        var lab = portal.openedLab("eving");
        accepted(
                portal.post(
                        TEAM,
                        "/api/lab/labs/" + lab + "/hold",
                        "{'on':'2024-04-13','participants':61}"));
        accepted(
                portal.post(
                        TEAM,
                        "/api/lab/labs/" + lab + "/report",
                        "{'body':'vollversammlung','summary':'Mehr Licht','on':'2024-05-13'}"));
        return lab;
    }
}
