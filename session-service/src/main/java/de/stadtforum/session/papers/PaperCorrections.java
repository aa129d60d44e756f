package de.stadtforum.session.papers;

import static de.stadtforum.messaging.commands.Decision.changed;
import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.session.PaperFact;
import de.stadtforum.contracts.session.PaperFact.Deliberation;
import de.stadtforum.contracts.session.PaperFact.DeliberationCorrected;
import de.stadtforum.contracts.session.PaperFact.DeliberationRecordCorrected;
import de.stadtforum.contracts.session.PaperFact.DeliberationWithdrawn;
import de.stadtforum.contracts.session.PaperFact.DraftCorrected;
import de.stadtforum.contracts.session.PaperFact.NumberCorrected;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.session.papers.Paper.Number;
import de.stadtforum.session.papers.Paper.Refusal;
import de.stadtforum.session.papers.Paper.Stop;
import de.stadtforum.web.Correction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How a paper's way is put right, the last step first: each act with its reason, under a fact of its own.
record PaperCorrections(Paper paper, String reason, LocalDate today) {
    /// @param on the day that holds; null where it was not drafted after all
    Decision<Paper> draft(@Nullable LocalDate on) {
        var before = paper.drafted();
        var number = paper.number();
        if (Objects.equals(before, on)) return unchanged();
        if (before == null) return refused(Refusal.NOT_DRAFTED);
        if (on == null && number != null) return refused(Refusal.NUMBERED_ALREADY);
        if (on != null && on.isBefore(paper.proposed().on()))
            return refused(Refusal.BEFORE_PROPOSED);
        if (on != null && number != null && number.on().isBefore(on))
            return refused(Refusal.BEFORE_DRAFTED);
        return put(on, number, paper.stops(), "paper-draft", null, new DraftCorrected(on));
    }

    /// @param number that holds; null where it has none after all
    Decision<Paper> number(@Nullable Number number) {
        var before = paper.number();
        var drafted = paper.drafted();
        if (Objects.equals(before, number)) return unchanged();
        if (before == null) return refused(Refusal.NOT_NUMBERED);
        if (number == null && !paper.stops().isEmpty()) return refused(Refusal.PLANNED_ALREADY);
        if (number != null && drafted != null && number.on().isBefore(drafted))
            return refused(Refusal.BEFORE_DRAFTED);
        return put(
                drafted,
                number,
                paper.stops(),
                "paper-number",
                before.number(),
                number == null
                        ? new NumberCorrected(null, null)
                        : new NumberCorrected(number.number(), number.on()));
    }

    Decision<Paper> deliberation(String body, Deliberation role, LocalDate on) {
        var known = paper.stop(body);
        if (known == null) return refused(Refusal.NOT_PLANNED);
        if (known.role() == role && known.on().equals(on)) return unchanged();
        if (known.recorded() != null) return refused(Refusal.RECORDED_ALREADY);
        if (on.isBefore(paper.proposed().on())) return refused(Refusal.BEFORE_PROPOSED);
        return put(
                new Stop(body, role, on, null, null),
                "paper-deliberation",
                null,
                new DeliberationCorrected(body, role, on));
    }

    /// The paper does not go to this body after all.
    Decision<Paper> withdrawDeliberation(String body) {
        var known = paper.stop(body);
        if (known == null)
            return paper.corrections().stream()
                            .anyMatch(each ->
                                    each.act().equals("paper-stop") && each.reason().equals(reason))
                    ? unchanged()
                    : refused(Refusal.NOT_PLANNED);
        if (known.recorded() != null) return refused(Refusal.RECORDED_ALREADY);
        var rest = paper.stops().stream().filter(stop -> !stop.body().equals(body)).toList();
        return put(
                paper.drafted(),
                paper.number(),
                rest,
                "paper-stop",
                null,
                new DeliberationWithdrawn(body));
    }

    /// @param on the day that holds; null where the body did not treat it after all
    Decision<Paper> outcome(String body, @Nullable String result, @Nullable LocalDate on) {
        var known = paper.stop(body);
        if (known == null) return refused(Refusal.NOT_PLANNED);
        var said = on == null ? null : result;
        if (Objects.equals(known.recorded(), on) && Objects.equals(known.result(), said))
            return unchanged();
        if (known.recorded() == null) return refused(Refusal.NOT_RECORDED);
        if (on != null && on.isBefore(paper.proposed().on()))
            return refused(Refusal.BEFORE_PROPOSED);
        return put(
                new Stop(body, known.role(), known.on(), on, said),
                "paper-outcome",
                known.result(),
                new DeliberationRecordCorrected(
                        body, said == null ? null : new PublicText(said), on));
    }

    private Decision<Paper> put(Stop next, String act, @Nullable String before, PaperFact told) {
        var all = new ArrayList<>(paper.stops());
        all.replaceAll(stop -> stop.body().equals(next.body()) ? next : stop);
        return put(paper.drafted(), paper.number(), all, act, before, told);
    }

    private Decision<Paper> put(
            @Nullable LocalDate drafted,
            @Nullable Number number,
            List<Stop> stops,
            String act,
            @Nullable String before,
            PaperFact told) {
        var all = new ArrayList<>(paper.corrections());
        if (all.size() >= Paper.MOST_CORRECTIONS) return refused(Refusal.TOO_MANY);
        all.add(new Correction(act, today, reason, before));
        return changed(new Paper(paper.id(), paper.proposed(), drafted, number, stops, all), told);
    }
}
