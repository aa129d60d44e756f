package de.stadtforum.lab.labs;

import static de.stadtforum.messaging.commands.Decision.changed;
import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.lab.LabFact.AnswerWithdrawn;
import de.stadtforum.contracts.lab.LabFact.GoAheadWithdrawn;
import de.stadtforum.contracts.lab.LabFact.HeldCorrected;
import de.stadtforum.contracts.lab.LabFact.LabCancelled;
import de.stadtforum.contracts.lab.LabFact.MissedWithdrawn;
import de.stadtforum.contracts.lab.LabFact.OpeningCorrected;
import de.stadtforum.contracts.lab.LabFact.Partner;
import de.stadtforum.contracts.lab.LabFact.PartnerWithdrawn;
import de.stadtforum.contracts.lab.LabFact.Place;
import de.stadtforum.contracts.lab.LabFact.PlanCorrected;
import de.stadtforum.contracts.lab.LabFact.ResultCorrected;
import de.stadtforum.lab.Days;
import de.stadtforum.lab.labs.Lab.Course;
import de.stadtforum.lab.labs.Lab.Dialogue;
import de.stadtforum.lab.labs.Lab.Involved;
import de.stadtforum.lab.labs.Lab.Outcome;
import de.stadtforum.lab.labs.Lab.Plan;
import de.stadtforum.lab.labs.Lab.Question;
import de.stadtforum.lab.labs.Lab.Refusal;
import de.stadtforum.lab.labs.Lab.Report;
import de.stadtforum.lab.labs.Lab.State;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.web.Correction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// How the acts on a lab are put right, with a reason, until a body has heard its result (resolution 5.7): what was told stays told, the
/// new fact holds from now on.
///
/// @param today the day on which it is put right
record LabCorrections(Lab lab, String reason, LocalDate today) {

    Decision<Lab> plan(String neighbourhood, LocalDate date, Place place) {
        var plan = lab.plan();
        if (plan.neighbourhood().equals(neighbourhood)
                && plan.date().equals(date)
                && plan.place() == place) return unchanged();
        if (closed() != null) return refused(closed());
        var opened = lab.course().opened();
        if (opened != null && date.isBefore(opened) && !plan.date().equals(date))
            return refused(Refusal.POSTPONED_BEFORE_OPENED);
        var next =
                new Plan(
                        plan.district(), neighbourhood, date, place, plan.before(), plan.atFirst());
        return changed(
                putRight(
                        lab.with(next),
                        "lab-plan",
                        plan.neighbourhood() + ", " + Days.words(plan.date())),
                new PlanCorrected(new PublicText(neighbourhood), date, place));
    }

    /// Only what was never more than a plan was planned by mistake.
    ///
    /// @param received contributions that it has
    Decision<Lab> cancel(long received) {
        var course = lab.course();
        if (course.state() == State.CANCELLED) return unchanged();
        if (course.state() != State.PLANNED || course.goAhead() != null || received > 0)
            return refused(Refusal.NOT_PLANNED_ONLY);
        return changed(
                putRight(
                        lab.with(course(State.CANCELLED, null, null, null)), "lab-cancelled", null),
                new LabCancelled(today));
    }

    /// @param presentedBy the day of its beginning, where the concept lay before all bodies on that day
    Decision<Lab> withdrawGoAhead(@Nullable LocalDate presentedBy) {
        var course = lab.course();
        if (course.goAhead() == null) return nothing("go-ahead-withdrawn", Refusal.NO_GO_AHEAD);
        if (closed() != null) return refused(closed());
        var began = lab.began();
        if (began != null && !began.equals(presentedBy)) return refused(Refusal.RESTS_ON_GO_AHEAD);
        var next =
                new Course(
                        course.state(),
                        null,
                        course.opened(),
                        course.ended(),
                        course.participants());
        // the reason of the go-ahead is not for everybody, and so neither is what stood there
        return changed(
                putRight(lab.with(next), "go-ahead-withdrawn", null), new GoAheadWithdrawn(today));
    }

    Decision<Lab> opening(LocalDate on, boolean presented) {
        var course = lab.course();
        if (course.opened() == null) return refused(Refusal.NOT_YET_OPENED);
        if (course.opened().equals(on)) return unchanged();
        if (closed() != null) return refused(closed());
        if (!lab.mayGoOn(on, presented)) return refused(Refusal.CONCEPT_NOT_PRESENTED);
        if (course.ended() != null && on.isAfter(course.ended()))
            return refused(Refusal.OPENED_AFTER_IT_WAS_HELD);
        var next = course(course.state(), on, course.ended(), course.participants());
        return changed(
                putRight(lab.with(next), "lab-opening", Days.words(course.opened())),
                new OpeningCorrected(on));
    }

    /// What came in until then stays.
    Decision<Lab> withdrawOpening() {
        var course = lab.course();
        if (course.opened() == null)
            return nothing("lab-opening-withdrawn", Refusal.NOT_YET_OPENED);
        if (closed() != null) return refused(closed());
        if (course.state() != State.HELD && !lab.outcome().fields().isEmpty())
            return refused(Refusal.FIELDS_REST_ON_IT);
        var state = course.state() == State.OPENED ? State.PLANNED : course.state();
        return changed(
                putRight(
                        lab.with(course(state, null, course.ended(), course.participants())),
                        "lab-opening-withdrawn",
                        Days.words(course.opened())),
                new OpeningCorrected(null));
    }

    Decision<Lab> held(LocalDate on, int participants, boolean presented) {
        var course = lab.course();
        if (course.state() != State.HELD) return refused(Refusal.NOT_HELD);
        if (on.equals(course.ended()) && Objects.equals(participants, course.participants()))
            return unchanged();
        if (closed() != null) return refused(closed());
        if (!lab.mayGoOn(on, presented)) return refused(Refusal.CONCEPT_NOT_PRESENTED);
        if (course.opened() != null && on.isBefore(course.opened()))
            return refused(Refusal.HELD_BEFORE_OPENED);
        var report = lab.outcome().report();
        if (report != null && on.isAfter(report.on()))
            return refused(Refusal.HELD_AFTER_THE_REPORT);
        return changed(
                putRight(
                        lab.with(course(State.HELD, course.opened(), on, participants)),
                        "lab-held",
                        words(course)),
                new HeldCorrected(on, participants));
    }

    Decision<Lab> withdrawHeld() {
        var course = lab.course();
        if (course.state() != State.HELD) return nothing("lab-held-withdrawn", Refusal.NOT_HELD);
        if (lab.outcome().report() != null) return refused(Refusal.REPORTED_ALREADY);
        if (course.opened() == null && !lab.outcome().fields().isEmpty())
            return refused(Refusal.FIELDS_REST_ON_IT);
        return changed(
                putRight(
                        lab.with(course(running(), course.opened(), null, null)),
                        "lab-held-withdrawn",
                        words(course)),
                new HeldCorrected(null, null));
    }

    Decision<Lab> withdrawMissed() {
        var course = lab.course();
        if (course.state() != State.MISSED)
            return nothing("lab-missed-withdrawn", Refusal.NOT_MISSED);
        return changed(
                putRight(
                        lab.with(course(running(), course.opened(), null, null)),
                        "lab-missed-withdrawn",
                        words(course)),
                new MissedWithdrawn(today));
    }

    Decision<Lab> withdrawPartner(Partner kind, String name) {
        var partner = new Involved(kind, name);
        var partners = new ArrayList<>(lab.dialogue().partners());
        if (!partners.remove(partner)) return nothing("lab-partner", Refusal.NO_SUCH_PARTNER);
        if (closed() != null) return refused(closed());
        return changed(
                putRight(
                        lab.with(new Dialogue(partners, lab.dialogue().questions())),
                        "lab-partner",
                        name),
                new PartnerWithdrawn(kind, new PublicText(name)));
    }

    /// What stood in a question is not shown again: somebody may have been named in it.
    Decision<Lab> question(String question, String text) {
        var asked = lab.question(question);
        if (asked == null) return refused(Refusal.NO_SUCH_QUESTION);
        if (asked.text().equals(text)) return unchanged();
        if (closed() != null) return refused(closed());
        return changed(
                putRight(
                        with(
                                question,
                                each ->
                                        new Question(
                                                question,
                                                text,
                                                each.on(),
                                                each.answer(),
                                                each.answeredOn())),
                        "lab-question",
                        null));
    }

    /// A question is told with its answer only, so nothing is to be told of one that had none.
    Decision<Lab> withdrawQuestion(String question) {
        var asked = lab.question(question);
        if (asked == null) return nothing("lab-question-withdrawn", Refusal.NO_SUCH_QUESTION);
        if (asked.answer() != null) return refused(Refusal.ANSWER_FIRST);
        if (closed() != null) return refused(closed());
        var rest =
                lab.dialogue().questions().stream()
                        .filter(each -> !each.id().equals(question))
                        .toList();
        return changed(
                putRight(
                        lab.with(new Dialogue(lab.dialogue().partners(), rest)),
                        "lab-question-withdrawn",
                        null));
    }

    /// The words of an answer are told by no fact; its day stays.
    Decision<Lab> answer(String question, String text) {
        var asked = lab.question(question);
        if (asked == null) return refused(Refusal.NO_SUCH_QUESTION);
        if (asked.answer() == null) return refused(Refusal.NOT_ANSWERED);
        if (asked.answer().equals(text)) return unchanged();
        if (closed() != null) return refused(closed());
        return changed(
                putRight(
                        with(
                                question,
                                each ->
                                        new Question(
                                                question,
                                                each.text(),
                                                each.on(),
                                                text,
                                                each.answeredOn())),
                        "lab-answer",
                        asked.answer()));
    }

    Decision<Lab> withdrawAnswer(String question) {
        var asked = lab.question(question);
        if (asked == null) return refused(Refusal.NO_SUCH_QUESTION);
        if (asked.answer() == null) return nothing("lab-answer-withdrawn", Refusal.NOT_ANSWERED);
        if (closed() != null) return refused(closed());
        return changed(
                putRight(
                        with(
                                question,
                                each -> new Question(question, each.text(), each.on(), null, null)),
                        "lab-answer-withdrawn",
                        asked.answer()),
                new AnswerWithdrawn(question, today));
    }

    Decision<Lab> report(String body, String summary, LocalDate on) {
        var report = lab.outcome().report();
        if (report == null) return refused(Refusal.NOT_REPORTED);
        var next = new Report(body, summary, on);
        if (report.equals(next)) return unchanged();
        if (closed() != null) return refused(closed());
        if (on.isBefore(held())) return refused(Refusal.BEFORE_IT_WAS_HELD);
        return changed(
                putRight(
                        lab.with(new Outcome(next, null, lab.outcome().fields())),
                        "lab-report",
                        Days.words(report.on()) + ", " + report.summary()),
                new ResultCorrected(body, new PublicText(summary), on));
    }

    private static String words(Course course) {
        var day = course.ended() == null ? "" : Days.words(course.ended());
        return course.participants() == null ? day : day + ", " + course.participants();
    }

    private Lab putRight(Lab next, String act, @Nullable String before) {
        return next.with(new Correction(act, today, reason, before));
    }

    /// What is withdrawn a second time with the same reason is withdrawn; anything else was never there.
    private Decision<Lab> nothing(String act, Refusal otherwise) {
        var again =
                lab.corrections().stream()
                        .anyMatch(each -> each.act().equals(act) && each.reason().equals(reason));
        return again ? unchanged() : refused(otherwise);
    }

    private @Nullable Refusal closed() {
        if (lab.outcome().heard() != null) return Refusal.ALREADY_HEARD;
        if (lab.course().state() == State.CANCELLED) return Refusal.CANCELLED;
        return lab.corrections().size() < Lab.MOST_CORRECTED ? null : Refusal.TOO_MANY;
    }

    private @Nullable LocalDate held() {
        return lab.course().state() == State.HELD ? lab.course().ended() : null;
    }

    private State running() {
        return lab.course().opened() == null ? State.PLANNED : State.OPENED;
    }

    private Course course(
            State state,
            @Nullable LocalDate opened,
            @Nullable LocalDate ended,
            @Nullable Integer participants) {
        return new Course(state, lab.course().goAhead(), opened, ended, participants);
    }

    private Lab with(String question, UnaryOperator<Question> change) {
        var questions =
                lab.dialogue().questions().stream()
                        .map(each -> each.id().equals(question) ? change.apply(each) : each)
                        .toList();
        return lab.with(new Dialogue(lab.dialogue().partners(), questions));
    }
}
