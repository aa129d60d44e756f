package de.stadtforum.lab;

import static de.stadtforum.lab.Portal.MODERATOR;
import static de.stadtforum.lab.Portal.SECRETARIAT;
import static de.stadtforum.lab.Portal.TEAM;
import static de.stadtforum.lab.Portal.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every act of the service: on a page as well as in the interface, on a day that has come, and in the README with how it is put right.
@LabPlatformTest
class ActsTests {
    private final Portal portal;
    private final ApplicationContext service;

    ActsTests(Portal portal, ApplicationContext service) {
        this.portal = portal;
        this.service = service;
    }

    private TreeSet<String> acts() {
        var acts = new TreeSet<String>();
        service.getBeansOfType(RequestMappingHandlerMapping.class)
                .values()
                .forEach(mapping ->
                        mapping.getHandlerMethods()
                                .forEach((info, handler) -> {
                                    if (handler.getBeanType()
                                                    .getName()
                                                    .startsWith("de.stadtforum.lab")
                                            && info.getMethodsCondition()
                                                    .getMethods()
                                                    .contains(RequestMethod.POST))
                                        acts.addAll(info.getPatternValues());
                                }));
        return acts;
    }

    @Test
    void whatTheInterfaceDoesAPageDoesToo() {
        var acts = acts();
        assertThat(acts).hasSizeGreaterThan(60);
        for (var act : acts)
            if (act.startsWith("/api/"))
                assertThat(acts)
                        .contains(
                                act.replace("/api/lab/labs", "/labore")
                                        .replace(
                                                "/api/lab/contributions/receipts",
                                                "/beitraege/beleg")
                                        .replace("/api/lab/contributions", "/beitraege")
                                        .replace("/api/lab/concepts", "/konzept")
                                        .replace(
                                                "/api/lab/tool-statements",
                                                "/beteiligungsplattform"));
    }

    @Test
    void theReadmeSaysOfEveryActHowItIsPutRight() throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        for (var act : acts())
            assertThat(readme).contains("`" + act.substring(act.lastIndexOf('/') + 1) + "`");
    }

    /// What has happened has a day that is not after today (row: a lab "held" on a future date).
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "labs/x/open              | `'on':'2024-06-21'`",
                "labs/x/hold              | `'on':'2024-06-21','participants':3`",
                "labs/x/miss              | `'on':'2024-06-21'`",
                "labs/x/go-ahead          | `'on':'2024-06-21','reason':'Ferien'`",
                "labs/x/questions         | `'on':'2024-06-21','question':'f','text':'Wann?'`",
                "labs/x/answers           | `'on':'2024-06-21','question':'f','text':'Bald.'`",
                "labs/x/report            | `'on':'2024-06-21','body':'vollversammlung','summary':'x'`",
                "labs/x/propose-field     | `'on':'2024-06-21','proposal':'f','title':'x'`",
                "labs/x/correct-opening   | `'on':'2024-06-21','reason':'x'`",
                "labs/x/correct-held      | `'on':'2024-06-21','participants':3,'reason':'x'`",
                "labs/x/correct-report    | `'on':'2024-06-21','body':'ag-x','summary':'x','reason':'x'`",
                "contributions/x/publish  | `'on':'2024-06-21'`",
                "contributions/x/withhold | `'on':'2024-06-21','reason':'INSULT'`",
                "contributions/x/assess   | `'on':'2024-06-21','assessment':'TAKEN_UP','text':'x'`",
                "contributions/x/correct-assessment | `'on':'2024-06-21','assessment':'TAKEN_UP','text':'x','reason':'x'`",
                "concepts/x/present       | `'on':'2024-06-21','body':'abooab'`",
                "tool-statements/x/present | `'on':'2024-06-21','body':'abooab'`",
            })
    void nothingHasHappenedTomorrow(String act, String fields) {
        var lab = portal.plannedLab("eving");
        var contribution = portal.contribution(portal.openedLab("eving"), "Licht");
        var path =
                act.startsWith("labs")
                        ? act.replace("/x/", "/" + lab + "/")
                        : act.replace("/x/", "/" + contribution + "/");
        var who =
                act.contains("go-ahead")
                        ? SECRETARIAT
                        : act.startsWith("contributions") ? MODERATOR : TEAM;
        var answer = portal.post(who, "/api/lab/" + path, "{" + fields + "}");
        assertThat(answer.getStatus()).as(text(answer)).isEqualTo(400);
        assertThat(text(answer)).contains("\"rule\":\"PastDay\"").contains("\"field\":\"on\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "labs | `'district':'eving','neighbourhood':'M','place':'HERE'`",
                "postpone | ``"
            })
    void aPlanLiesWithinASensibleSpan(String what, String fields) {
        var date = "'date':'2199-01-01'";
        var answer =
                what.equals("labs")
                        ? portal.put(
                                TEAM,
                                "/api/lab/labs/" + Portal.fresh("lab"),
                                "{" + date + "," + fields + "}")
                        : portal.post(
                                TEAM,
                                "/api/lab/labs/" + portal.plannedLab("eving") + "/postpone",
                                "{" + date + "}");
        assertThat(text(answer)).contains("\"rule\":\"PlannedDay\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "concepts        | `'edition':1`",
                "tool-statements | `'edition':1,'text':'x'`",
                "contributions   | `'lab':'lab-x','channel':'PAPER','text':'x'`"
            })
    void nothingIsWrittenTomorrow(String kind, String fields) {
        var answer =
                portal.put(
                        TEAM,
                        "/api/lab/" + kind + "/" + Portal.fresh("x"),
                        "{'on':'2024-06-21'," + fields + "}");
        assertThat(text(answer)).contains("\"rule\":\"PastDay\"");
    }
}
