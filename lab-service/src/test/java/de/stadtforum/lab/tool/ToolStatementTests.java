package de.stadtforum.lab.tool;

import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.contracts.lab.ToolFact.ToolStatementPresented;
import de.stadtforum.lab.presentations.Presentation;
import de.stadtforum.lab.tool.ToolStatement.Refusal;
import de.stadtforum.messaging.commands.Decision.Changed;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ToolStatementTests {
    static final LocalDate ON = LocalDate.of(2024, 3, 1);

    static ToolStatement made() {
        return ((Changed<ToolStatement>)
                        ToolStatement.make(null, "tool-1", 1, "Umfragen dort.", ON))
                .state();
    }

    @Test
    void isMadeOncePerEdition() {
        assertThat(ToolStatement.make(made(), "tool-1", 1, "Umfragen dort.", ON))
                .isEqualTo(unchanged());
        assertThat(ToolStatement.make(made(), "tool-1", 1, "Alles dort.", ON))
                .isEqualTo(refused(Refusal.OTHER_CONTENT));
    }

    @Test
    void tellsItsEditionWithEachPresentation() {
        assertThat(
                        ((Changed<ToolStatement>)
                                        made().present("abooab", new Presentation(ON, "30456-24")))
                                .facts())
                .containsExactly(new ToolStatementPresented(1, "abooab", ON, "30456-24"));
        assertThat(made().present("abooab", new Presentation(ON.minusDays(1), null)))
                .isEqualTo(refused(Refusal.BEFORE_ITS_DRAFT));
    }
}
