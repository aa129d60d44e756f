package de.stadtforum.lab.labs;

import static de.stadtforum.messaging.commands.Decision.changed;
import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.lab.LabFact.FieldProposed;
import de.stadtforum.contracts.lab.LabFact.GoAheadGiven;
import de.stadtforum.contracts.lab.LabFact.LabHeld;
import de.stadtforum.contracts.lab.LabFact.LabMissed;
import de.stadtforum.contracts.lab.LabFact.LabOpened;
import de.stadtforum.contracts.lab.LabFact.LabPlanned;
import de.stadtforum.contracts.lab.LabFact.LabPostponed;
import de.stadtforum.contracts.lab.LabFact.Partner;
import de.stadtforum.contracts.lab.LabFact.PartnerInvolved;
import de.stadtforum.contracts.lab.LabFact.Place;
import de.stadtforum.contracts.lab.LabFact.QuestionAnswered;
import de.stadtforum.contracts.lab.LabFact.ResultHeard;
import de.stadtforum.contracts.lab.LabFact.ResultReported;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Reason;
import de.stadtforum.web.Correction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A neighbourhood lab: neither opened nor held before its concept was presented, unless a person goes ahead with a reason (resolution 5.3).
/// Until a body has heard its result, each of these acts can be put right ([LabCorrections]); afterwards a dated note is added.
public record Lab(
        String id,
        Plan plan,
        Course course,
        Dialogue dialogue,
        Outcome outcome,
        List<Correction> corrections,
        List<Note> notes) {
    /// Corrections of one lab, and notes on it.
    static final int MOST_CORRECTED = 500;

    @SuppressWarnings("NullAway") // documents of yesterday have no corrections
    public Lab {
        corrections = corrections == null ? List.of() : List.copyOf(corrections);
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    enum Refusal implements Reason {
        OTHER_CONTENT,
        CONCEPT_NOT_PRESENTED,
        GO_AHEAD_ALREADY_GIVEN,
        ALREADY_OPENED,
        ALREADY_HELD,
        ALREADY_MISSED,
        HELD_BEFORE_OPENED,
        NOT_A_NEW_DATE,
        NOT_YET_OPENED,
        NOT_HELD,
        BEFORE_IT_WAS_HELD,
        NO_SUCH_QUESTION,
        ALREADY_ASKED,
        ALREADY_ANSWERED,
        ANSWERED_BEFORE_ASKED,
        ALREADY_REPORTED,
        NOT_REPORTED,
        FIELD_ALREADY_PROPOSED,
        FIELD_BEFORE_THE_LAB,
        TOO_MANY,
        MISSED_BEFORE_OPENED,
        POSTPONED_BEFORE_OPENED,
        CANCELLED,
        // of putting right
        ALREADY_HEARD,
        NOT_PLANNED_ONLY,
        NO_GO_AHEAD,
        RESTS_ON_GO_AHEAD,
        FIELDS_REST_ON_IT,
        NOT_MISSED,
        OPENED_AFTER_IT_WAS_HELD,
        HELD_AFTER_THE_REPORT,
        REPORTED_ALREADY,
        NO_SUCH_PARTNER,
        NOT_ANSWERED,
        ANSWER_FIRST;

        @Override
        public @Nullable String field() {
            return switch (this) {
                case NOT_A_NEW_DATE, POSTPONED_BEFORE_OPENED -> "date";
                case CONCEPT_NOT_PRESENTED,
                        HELD_BEFORE_OPENED,
                        BEFORE_IT_WAS_HELD,
                        ANSWERED_BEFORE_ASKED,
                        FIELD_BEFORE_THE_LAB,
                        MISSED_BEFORE_OPENED,
                        OPENED_AFTER_IT_WAS_HELD,
                        HELD_AFTER_THE_REPORT ->
                        "on";
                default -> null;
            };
        }
    }

    public enum State {
        PLANNED,
        OPENED,
        HELD,
        MISSED,
        /// Planned by mistake: it counts nowhere.
        CANCELLED
    }

    /// @param date as planned now
    /// @param before earlier dates that it was postponed from
    /// @param first as it was planned at first, where that was put right: who plans the same again is answered the same
    public record Plan(
            String district,
            String neighbourhood,
            LocalDate date,
            Place place,
            List<LocalDate> before,
            @Nullable First first) {
        /// The day that was planned at first, however often it was postponed since.
        private LocalDate firstDate() {
            return before.isEmpty() ? date : before.getFirst();
        }

        First atFirst() {
            return first == null ? new First(neighbourhood, firstDate(), place) : first;
        }
    }

    /// A plan as it was sent at first.
    public record First(String neighbourhood, LocalDate date, Place place) {}

    /// What is added when nothing can be put right any more.
    public record Note(LocalDate on, String text) {}

    /// @param by the account that takes the responsibility; stays at home like the reason
    public record GoAhead(@Nullable String reason, LocalDate on, @Nullable String by) {}

    /// @param opened null where the lab never took contributions
    public record Course(
            State state,
            @Nullable GoAhead goAhead,
            @Nullable LocalDate opened,
            @Nullable LocalDate ended,
            @Nullable Integer participants) {}

    public record Involved(Partner kind, String name) {}

    public record Question(
            String id,
            String text,
            LocalDate on,
            @Nullable String answer,
            @Nullable LocalDate answeredOn) {}

    /// Who takes part beside the residents, and what was asked and answered in public (resolution 5.1, 5.4c).
    public record Dialogue(List<Involved> partners, List<Question> questions) {
        static final int MOST = 500;

        public Dialogue {
            partners = List.copyOf(partners);
            questions = List.copyOf(questions);
        }
    }

    public record Report(String body, String summary, LocalDate on) {}

    public record Heard(String meeting, LocalDate on) {}

    public record Field(String proposal, String title, LocalDate on) {}

    /// What came of it (resolution 5.5, 5.7).
    public record Outcome(@Nullable Report report, @Nullable Heard heard, List<Field> fields) {
        static final int MOST = 50;

        public Outcome {
            fields = List.copyOf(fields);
        }
    }

    static Decision<Lab> plan(
            @Nullable Lab existing,
            String id,
            String district,
            String neighbourhood,
            LocalDate date,
            Place place) {
        if (existing == null)
            return changed(
                    new Lab(
                            id,
                            new Plan(district, neighbourhood, date, place, List.of(), null),
                            new Course(State.PLANNED, null, null, null, null),
                            new Dialogue(List.of(), List.of()),
                            new Outcome(null, null, List.of()),
                            List.of(),
                            List.of()),
                    new LabPlanned(district, new PublicText(neighbourhood), date, place));
        var plan = existing.plan;
        return plan.district().equals(district)
                        && plan.atFirst().equals(new First(neighbourhood, date, place))
                ? unchanged()
                : refused(Refusal.OTHER_CONTENT);
    }

    Decision<Lab> goAhead(String reason, LocalDate on, String by) {
        var given = course.goAhead();
        if (given != null)
            return reason.equals(given.reason()) && given.on().equals(on)
                    ? unchanged()
                    : refused(Refusal.GO_AHEAD_ALREADY_GIVEN);
        if (over() != null) return refused(over());
        return changed(
                with(
                        new Course(
                                course.state(),
                                new GoAhead(reason, on, by),
                                course.opened(),
                                course.ended(),
                                course.participants())),
                new GoAheadGiven(on));
    }

    /// @param presented the concept lay before all bodies on that date; it never ceases to have lain there
    Decision<Lab> open(LocalDate on, boolean presented) {
        if (course.opened() != null)
            return course.opened().equals(on) ? unchanged() : refused(Refusal.ALREADY_OPENED);
        if (over() != null) return refused(over());
        if (!mayGoOn(on, presented)) return refused(Refusal.CONCEPT_NOT_PRESENTED);
        return changed(
                with(new Course(State.OPENED, course.goAhead(), on, null, null)),
                new LabOpened(on));
    }

    Decision<Lab> hold(LocalDate on, int participants, boolean presented) {
        if (course.state() == State.HELD)
            return on.equals(course.ended())
                            && Integer.valueOf(participants).equals(course.participants())
                    ? unchanged()
                    : refused(Refusal.ALREADY_HELD);
        if (over() != null) return refused(over());
        if (!mayGoOn(on, presented)) return refused(Refusal.CONCEPT_NOT_PRESENTED);
        if (course.opened() != null && on.isBefore(course.opened()))
            return refused(Refusal.HELD_BEFORE_OPENED);
        return changed(
                with(new Course(State.HELD, course.goAhead(), course.opened(), on, participants)),
                new LabHeld(on, participants));
    }

    Decision<Lab> postpone(LocalDate date) {
        if (plan.date().equals(date) && !plan.before().isEmpty()) return unchanged();
        if (over() != null) return refused(over());
        if (plan.date().equals(date) || plan.before().contains(date))
            return refused(Refusal.NOT_A_NEW_DATE);
        if (course.opened() != null && date.isBefore(course.opened()))
            return refused(Refusal.POSTPONED_BEFORE_OPENED);
        if (plan.before().size() >= Outcome.MOST) return refused(Refusal.TOO_MANY);
        var before = new ArrayList<>(plan.before());
        before.add(plan.date());
        return changed(
                with(
                        new Plan(
                                plan.district(),
                                plan.neighbourhood(),
                                date,
                                plan.place(),
                                before,
                                plan.first())),
                new LabPostponed(date));
    }

    Decision<Lab> miss(LocalDate on) {
        if (course.state() == State.MISSED)
            return on.equals(course.ended()) ? unchanged() : refused(Refusal.ALREADY_MISSED);
        if (over() != null) return refused(over());
        if (course.opened() != null && on.isBefore(course.opened()))
            return refused(Refusal.MISSED_BEFORE_OPENED);
        return changed(
                with(new Course(State.MISSED, course.goAhead(), course.opened(), on, null)),
                new LabMissed(on));
    }

    Decision<Lab> involve(Partner kind, String name) {
        var partner = new Involved(kind, name);
        if (dialogue.partners().contains(partner)) return unchanged();
        if (dialogue.partners().size() >= Dialogue.MOST) return refused(Refusal.TOO_MANY);
        var partners = new ArrayList<>(dialogue.partners());
        partners.add(partner);
        return changed(
                with(new Dialogue(partners, dialogue.questions())),
                new PartnerInvolved(kind, new PublicText(name)));
    }

    /// A question becomes a fact with its answer only; its words stay here.
    Decision<Lab> ask(String question, String text, LocalDate on) {
        var asked = question(question);
        if (asked != null)
            return asked.text().equals(text) && asked.on().equals(on)
                    ? unchanged()
                    : refused(Refusal.ALREADY_ASKED);
        if (dialogue.questions().size() >= Dialogue.MOST) return refused(Refusal.TOO_MANY);
        var questions = new ArrayList<>(dialogue.questions());
        questions.add(new Question(question, text, on, null, null));
        return changed(with(new Dialogue(dialogue.partners(), questions)));
    }

    Decision<Lab> answer(String question, String text, LocalDate on) {
        var asked = question(question);
        if (asked == null) return refused(Refusal.NO_SUCH_QUESTION);
        if (asked.answer() != null)
            return asked.answer().equals(text) && on.equals(asked.answeredOn())
                    ? unchanged()
                    : refused(Refusal.ALREADY_ANSWERED);
        if (on.isBefore(asked.on())) return refused(Refusal.ANSWERED_BEFORE_ASKED);
        var questions =
                dialogue.questions().stream()
                        .map(each ->
                                each == asked
                                        ? new Question(question, each.text(), each.on(), text, on)
                                        : each)
                        .toList();
        return changed(
                with(new Dialogue(dialogue.partners(), questions)),
                new QuestionAnswered(question, on));
    }

    Decision<Lab> report(String body, String summary, LocalDate on) {
        var report = new Report(body, summary, on);
        if (outcome.report() != null)
            return outcome.report().equals(report)
                    ? unchanged()
                    : refused(Refusal.ALREADY_REPORTED);
        if (course.state() != State.HELD) return refused(Refusal.NOT_HELD);
        if (on.isBefore(course.ended())) return refused(Refusal.BEFORE_IT_WAS_HELD);
        return changed(
                with(new Outcome(report, null, outcome.fields())),
                new ResultReported(body, new PublicText(summary), on));
    }

    /// The first treatment counts; a body may come back to it.
    Decision<Lab> resultHeard(String meeting, LocalDate on) {
        if (outcome.report() == null) return refused(Refusal.NOT_REPORTED);
        if (outcome.heard() != null) return unchanged();
        return changed(
                with(new Outcome(outcome.report(), new Heard(meeting, on), outcome.fields())),
                new ResultHeard(meeting, on));
    }

    Decision<Lab> proposeField(String proposal, String title, LocalDate on) {
        var field = new Field(proposal, title, on);
        if (outcome.fields().contains(field)) return unchanged();
        if (outcome.fields().stream().anyMatch(each -> each.proposal().equals(proposal)))
            return refused(Refusal.FIELD_ALREADY_PROPOSED);
        if (course.opened() == null && course.state() != State.HELD)
            return refused(Refusal.NOT_YET_OPENED);
        if (began() != null && on.isBefore(began())) return refused(Refusal.FIELD_BEFORE_THE_LAB);
        if (outcome.fields().size() >= Outcome.MOST) return refused(Refusal.TOO_MANY);
        var fields = new ArrayList<>(outcome.fields());
        fields.add(field);
        return changed(
                with(new Outcome(outcome.report(), outcome.heard(), fields)),
                new FieldProposed(proposal, new PublicText(title), on));
    }

    /// Names of the partners of one kind (resolution 5.4c).
    public List<String> partners(Partner kind) {
        return dialogue.partners().stream()
                .filter(each -> each.kind() == kind)
                .map(Involved::name)
                .toList();
    }

    /// Residents contribute online from the opening to the end, the days of both included, and only where the lab runs here (resolution 5.4b, 5.6).
    public boolean takesOnlineContributions(LocalDate on) {
        return plan.place() == Place.HERE
                && course.opened() != null
                && !on.isBefore(course.opened())
                && (course.ended() == null || !on.isAfter(course.ended()));
    }

    /// Without what stays at home: why somebody let it go ahead, and who.
    public Lab inPublic() {
        var given = course.goAhead();
        if (given == null) return this;
        var shown = new GoAhead(null, given.on(), null);
        return with(
                new Course(
                        course.state(),
                        shown,
                        course.opened(),
                        course.ended(),
                        course.participants()));
    }

    boolean mayGoOn(LocalDate on, boolean presented) {
        var given = course.goAhead();
        return presented || given != null && !given.on().isAfter(on);
    }

    @Nullable Refusal over() {
        return switch (course.state()) {
            case HELD -> Refusal.ALREADY_HELD;
            case MISSED -> Refusal.ALREADY_MISSED;
            case CANCELLED -> Refusal.CANCELLED;
            case PLANNED, OPENED -> null;
        };
    }

    @Nullable Question question(String wanted) {
        return dialogue.questions().stream()
                .filter(each -> each.id().equals(wanted))
                .findFirst()
                .orElse(null);
    }

    /// The day on which it was opened, or held where it never was.
    @Nullable LocalDate began() {
        if (course.opened() != null) return course.opened();
        return course.state() == State.HELD ? course.ended() : null;
    }

    /// Planned by mistake: whoever counts labs leaves it out.
    public boolean counts() {
        return course.state() != State.CANCELLED;
    }

    Lab with(Plan next) {
        return new Lab(id, next, course, dialogue, outcome, corrections, notes);
    }

    Lab with(Course next) {
        return new Lab(id, plan, next, dialogue, outcome, corrections, notes);
    }

    Lab with(Dialogue next) {
        return new Lab(id, plan, course, next, outcome, corrections, notes);
    }

    Lab with(Outcome next) {
        return new Lab(id, plan, course, dialogue, next, corrections, notes);
    }

    Lab with(Correction correction) {
        var more = new ArrayList<>(corrections);
        more.add(correction);
        return new Lab(id, plan, course, dialogue, outcome, more, notes);
    }

    /// A dated note: the only way once a body has heard the result.
    Decision<Lab> note(String text, LocalDate today) {
        var note = new Note(today, text);
        if (notes.contains(note)) return unchanged();
        if (notes.size() >= MOST_CORRECTED) return refused(Refusal.TOO_MANY);
        var more = new ArrayList<>(notes);
        more.add(note);
        return changed(new Lab(id, plan, course, dialogue, outcome, corrections, more));
    }
}
