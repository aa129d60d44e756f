package de.stadtforum.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicPathsTests {
    @ParameterizedTest
    @CsvSource({
        "/, lab",
        "/?lang=en, lab",
        "/labore?bezirk=eving&lang=en, lab",
        "/beschluss?stand=MET&am=2024-06-30, reporting",
        "/labore/lab-eving-2024?seite=2, lab",
        "/api/lab/labs, lab",
        "/stil/kern/fonts/fira-sans.css, styles",
        "/gremien, membership",
        "/gremien/vollversammlung/sitzverteilung, membership",
        "/empfehlungen, session",
        "/handlungsfelder/feld-licht, session",
        "/berichte/bericht-2024-h1.pdf, reporting",
        "/api/reporting/figures?halfYear=2024-H1, reporting",
        "/api/reporting/figures?period=2024-02-01--2024-04-30, reporting",
        "/beschluss, reporting",
        "/api/session/openapi.json, session-document"
    })
    void listsWhatAnswersEverybodyAlike(String address, String owner) {
        assertThat(PublicPaths.owner(address)).isEqualTo(owner);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/labore/x?hinweis=notice.received",
                "/gremien?lang=en&hinweis=notice.saved",
                "/beitraege/b-1",
                "/versammlung",
                "/abstimmungen/v-1",
                "/betrieb/lab",
                "/einladungen/x",
                "/anmelden",
                "/konto",
                "/berichte/a/b",
                "/api/membership/persons/p-1",
                "/api/lab/contributions",
                "/api/lab/operations",
                "/gremien?lang=en&lang=en&lang=en&lang=en",
                "/gremien?lang=<script>",
                "/gremien?",
                "/gremien/../anmelden",
                "/Gremien",
                "/gremien?lang=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void keepsNothingElse(String address) {
        assertThat(PublicPaths.owner(address)).isNull();
    }
}
