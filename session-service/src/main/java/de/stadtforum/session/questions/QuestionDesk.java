package de.stadtforum.session.questions;

import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.session.rosters.Names;
import de.stadtforum.session.rosters.Rights;
import de.stadtforum.web.Actor;
import de.stadtforum.web.Missing;
import de.stadtforum.web.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/// Takes questions from programs and from forms alike: a department asks for itself, the body's office for everybody (resolution 3.5).
@Component
class QuestionDesk {
    private final AggregateStore<Question> questions;
    private final Rights rights;
    private final Names names;
    private final Clock clock;

    QuestionDesk(AggregateStore<Question> questions, Rights rights, Names names, Clock clock) {
        this.names = names;
        this.questions = questions;
        this.rights = rights;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
    }

    Decision<Question> ask(Actor actor, String id, Question.Asked asked) {
        need(actor, asked.body(), asked.by());
        names.needBody("body", asked.body());
        return questions.create(id, known -> Question.ask(known, id, asked));
    }

    Decision<Question> correct(Actor actor, String id, String title, String reason) {
        return decide(actor, id, question -> question.correct(title, reason, today()));
    }

    Decision<Question> withdraw(Actor actor, String id, String reason) {
        return decide(actor, id, question -> question.withdraw(reason, today()));
    }

    boolean may(Actor actor, String body, String by) {
        return actor.is(Role.DEPARTMENT, by)
                || rights.in(body).givesAny(actor, Role.SECRETARIAT, Role.CHAIR);
    }

    private void need(Actor actor, String body, String by) {
        if (!actor.is(Role.DEPARTMENT, by))
            rights.in(body).need(actor, Role.SECRETARIAT, Role.CHAIR);
    }

    private Decision<Question> decide(
            Actor actor, String id, Function<Question, Decision<Question>> decision) {
        var asked = questions.find(id).orElseThrow(Missing::new).asked();
        need(actor, asked.body(), asked.by());
        return questions.decide(id, decision);
    }
}
