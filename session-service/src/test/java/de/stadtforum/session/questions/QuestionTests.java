package de.stadtforum.session.questions;

import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;
import static de.stadtforum.session.Example.DAY;
import static de.stadtforum.session.Example.done;
import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.session.QuestionFact.QuestionCorrected;
import de.stadtforum.contracts.session.QuestionFact.QuestionWithdrawn;
import de.stadtforum.messaging.commands.Decision.Changed;
import de.stadtforum.session.questions.Question.Asked;
import de.stadtforum.session.questions.Question.Refusal;
import de.stadtforum.session.questions.Question.Statement;
import org.junit.jupiter.api.Test;

class QuestionTests {
    private final Question question =
            done(
                    Question.ask(
                            null, "q", new Asked("vollversammlung", "verwaltung", "Liecht?", DAY)));

    @Test
    void itsWordsArePutRightUntilTheAssemblyAnswered() {
        var corrected = (Changed<Question>) question.correct("Licht?", "Tippfehler", DAY);
        assertThat(corrected.facts())
                .containsExactly(new QuestionCorrected(new PublicText("Licht?")));
        assertThat(corrected.state().correct("Licht?", "Tippfehler", DAY)).isEqualTo(unchanged());

        var answered = done(question.state(new Statement("Ja.", "v", DAY)));
        assertThat(answered.correct("Licht?", "x", DAY))
                .isEqualTo(refused(Refusal.STATEMENT_GIVEN));
        assertThat(answered.withdraw("x", DAY)).isEqualTo(refused(Refusal.STATEMENT_GIVEN));
    }

    @Test
    void whatWasTakenBackIsNotAnswered() {
        var withdrawn = (Changed<Question>) question.withdraw("erledigt", DAY);
        assertThat(withdrawn.facts()).containsExactly(new QuestionWithdrawn(DAY));
        assertThat(withdrawn.state().withdraw("erledigt", DAY)).isEqualTo(unchanged());
        assertThat(withdrawn.state().state(new Statement("Ja.", "v", DAY)))
                .isEqualTo(refused(Refusal.QUESTION_WITHDRAWN));
    }
}
