package de.stadtforum.session.papers;

import static de.stadtforum.messaging.commands.Decision.changed;
import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.session.PaperFact.Deliberation;
import de.stadtforum.contracts.session.PaperFact.DeliberationPlanned;
import de.stadtforum.contracts.session.PaperFact.DeliberationRecorded;
import de.stadtforum.contracts.session.PaperFact.PaperDrafted;
import de.stadtforum.contracts.session.PaperFact.PaperNumbered;
import de.stadtforum.contracts.session.PaperFact.PaperProposed;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Reason;
import de.stadtforum.web.Correction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A proposed council paper becomes a draft, gets its number from the council information system and goes through the bodies (resolution 3.3).
public record Paper(
        String id,
        Proposed proposed,
        @Nullable LocalDate drafted,
        @Nullable Number number,
        List<Stop> stops,
        List<Correction> corrections) {
    static final int MOST_STOPS = 50;
    static final int MOST_CORRECTIONS = 200;

    public enum Refusal implements Reason {
        OTHER_CONTENT,
        BEFORE_PROPOSED,
        BEFORE_DRAFTED,
        ALREADY_DRAFTED,
        NOT_DRAFTED,
        ALREADY_NUMBERED,
        NOT_NUMBERED,
        ALREADY_PLANNED,
        NOT_PLANNED,
        ALREADY_RECORDED,
        NOT_RECORDED,
        PAPER_BODY_UNKNOWN,
        NUMBERED_ALREADY,
        PLANNED_ALREADY,
        RECORDED_ALREADY,
        TOO_MANY
    }

    public enum Step {
        DRAFT,
        NUMBER,
        PLAN,
        RECORD
    }

    public record Proposed(String body, String title, String vote, LocalDate on) {}

    public record Number(String number, LocalDate on) {}

    /// One body on the paper's way.
    ///
    /// @param recorded when it was treated there; null until then
    public record Stop(
            String body,
            Deliberation role,
            LocalDate on,
            @Nullable LocalDate recorded,
            @Nullable String result) {}

    /// Yesterday's papers know of no corrections.
    @SuppressWarnings("ConstantValue")
    public Paper {
        stops = List.copyOf(stops);
        corrections = corrections == null ? List.of() : List.copyOf(corrections);
    }

    /// One about which nothing was put right.
    public Paper(
            String id,
            Proposed proposed,
            @Nullable LocalDate drafted,
            @Nullable Number number,
            List<Stop> stops) {
        this(id, proposed, drafted, number, stops, List.of());
    }

    public static Decision<Paper> propose(@Nullable Paper existing, String id, Proposed proposed) {
        if (existing != null)
            return existing.proposed.equals(proposed)
                    ? unchanged()
                    : refused(Refusal.OTHER_CONTENT);
        return changed(
                new Paper(id, proposed, null, null, List.of()),
                new PaperProposed(
                        proposed.body, new PublicText(proposed.title), proposed.vote, proposed.on));
    }

    Decision<Paper> draft(LocalDate on) {
        if (on.equals(drafted)) return unchanged();
        if (drafted != null) return refused(Refusal.ALREADY_DRAFTED);
        if (on.isBefore(proposed.on)) return refused(Refusal.BEFORE_PROPOSED);
        return changed(new Paper(id, proposed, on, null, stops, corrections), new PaperDrafted(on));
    }

    Decision<Paper> number(Number given) {
        if (given.equals(number)) return unchanged();
        if (number != null) return refused(Refusal.ALREADY_NUMBERED);
        if (drafted == null) return refused(Refusal.NOT_DRAFTED);
        if (given.on.isBefore(drafted)) return refused(Refusal.BEFORE_DRAFTED);
        return changed(
                new Paper(id, proposed, drafted, given, stops, corrections),
                new PaperNumbered(given.number, given.on));
    }

    Decision<Paper> plan(String body, Deliberation role, LocalDate on) {
        var known = stop(body);
        if (known != null)
            return known.role == role && known.on.equals(on)
                    ? unchanged()
                    : refused(Refusal.ALREADY_PLANNED);
        if (number == null) return refused(Refusal.NOT_NUMBERED);
        if (on.isBefore(proposed.on)) return refused(Refusal.BEFORE_PROPOSED);
        if (stops.size() >= MOST_STOPS) return refused(Refusal.TOO_MANY);
        var all = new ArrayList<>(stops);
        all.add(new Stop(body, role, on, null, null));
        return changed(with(all), new DeliberationPlanned(body, role, on));
    }

    Decision<Paper> record(String body, @Nullable String result, LocalDate on) {
        var known = stop(body);
        if (known == null) return refused(Refusal.NOT_PLANNED);
        if (known.recorded != null)
            return known.recorded.equals(on) && Objects.equals(known.result, result)
                    ? unchanged()
                    : refused(Refusal.ALREADY_RECORDED);
        if (on.isBefore(proposed.on)) return refused(Refusal.BEFORE_PROPOSED);
        var all = new ArrayList<>(stops);
        all.replaceAll(stop ->
                stop.body.equals(body) ? new Stop(body, stop.role, stop.on, on, result) : stop);
        return changed(
                with(all),
                new DeliberationRecorded(body, result == null ? null : new PublicText(result), on));
    }

    /// @param today when it is put right
    PaperCorrections putRight(String reason, LocalDate today) {
        return new PaperCorrections(this, reason, today);
    }

    /// What comes next on its way, for whoever keeps it.
    public Step next() {
        if (drafted == null) return Step.DRAFT;
        if (number == null) return Step.NUMBER;
        return stops.stream().anyMatch(stop -> stop.recorded == null) ? Step.RECORD : Step.PLAN;
    }

    private Paper with(List<Stop> next) {
        return new Paper(id, proposed, drafted, number, next, corrections);
    }

    @Nullable Stop stop(String body) {
        return stops.stream().filter(stop -> stop.body.equals(body)).findFirst().orElse(null);
    }
}
