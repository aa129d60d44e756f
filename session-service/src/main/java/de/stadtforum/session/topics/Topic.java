package de.stadtforum.session.topics;

import static de.stadtforum.messaging.commands.Decision.changed;
import static de.stadtforum.messaging.commands.Decision.refused;
import static de.stadtforum.messaging.commands.Decision.unchanged;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.session.TopicFact.Level;
import de.stadtforum.contracts.session.TopicFact.OptionDeliberated;
import de.stadtforum.contracts.session.TopicFact.OptionWithdrawn;
import de.stadtforum.contracts.session.TopicFact.PostponementWithdrawn;
import de.stadtforum.contracts.session.TopicFact.TopicConcluded;
import de.stadtforum.contracts.session.TopicFact.TopicCorrected;
import de.stadtforum.contracts.session.TopicFact.TopicOpened;
import de.stadtforum.contracts.session.TopicFact.TopicPostponed;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Reason;
import de.stadtforum.web.Correction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A standing topic with its options for city and districts; it ends in a recommendation (resolution 3.6, 3.7).
public record Topic(
        String id,
        String body,
        String title,
        LocalDate on,
        List<Option> options,
        List<Postponement> postponements,
        @Nullable Conclusion conclusion,
        List<Correction> corrections,
        List<String> dropped) {
    static final int MOST = 200;

    public enum Refusal implements Reason {
        OTHER_CONTENT,
        TOPIC_CONCLUDED,
        OPTION_UNKNOWN,
        NOT_POSTPONED_THEN,
        BEFORE_THE_TOPIC,
        TOO_MANY
    }

    public record Option(String id, String title, Level level, String meeting, LocalDate on) {}

    public record Postponement(String meeting, LocalDate on) {}

    public record Conclusion(String vote, LocalDate on) {}

    // yesterday's documents have no corrections
    public Topic {
        corrections = corrections == null ? List.of() : List.copyOf(corrections);
        dropped = dropped == null ? List.of() : List.copyOf(dropped);
        options = List.copyOf(options);
        postponements = List.copyOf(postponements);
    }

    static Decision<Topic> open(
            @Nullable Topic existing, String id, String body, String title, LocalDate on) {
        if (existing == null)
            return changed(
                    new Topic(
                            id, body, title, on, List.of(), List.of(), null, List.of(), List.of()),
                    new TopicOpened(body, new PublicText(title), on));
        return existing.body.equals(body) && existing.title.equals(title) && existing.on.equals(on)
                ? unchanged()
                : refused(Refusal.OTHER_CONTENT);
    }

    Decision<Topic> deliberate(Option option) {
        for (var known : options)
            if (known.id.equals(option.id))
                return known.equals(option) ? unchanged() : refused(Refusal.OTHER_CONTENT);
        if (conclusion != null) return refused(Refusal.TOPIC_CONCLUDED);
        if (option.on.isBefore(on)) return refused(Refusal.BEFORE_THE_TOPIC);
        if (options.size() >= MOST) return refused(Refusal.TOO_MANY);
        var all = new ArrayList<>(options);
        all.add(option);
        return changed(
                new Topic(id, body, title, on, all, postponements, null, corrections, dropped),
                new OptionDeliberated(
                        option.id,
                        new PublicText(option.title),
                        option.level,
                        option.meeting,
                        option.on));
    }

    Decision<Topic> postpone(Postponement postponement) {
        if (postponements.contains(postponement)) return unchanged();
        if (conclusion != null) return refused(Refusal.TOPIC_CONCLUDED);
        if (postponement.on.isBefore(on)) return refused(Refusal.BEFORE_THE_TOPIC);
        if (postponements.size() >= MOST) return refused(Refusal.TOO_MANY);
        var all = new ArrayList<>(postponements);
        all.add(postponement);
        return changed(
                new Topic(id, body, title, on, options, all, null, corrections, dropped),
                new TopicPostponed(postponement.meeting, postponement.on));
    }

    Decision<Topic> correct(String words, String reason, LocalDate today) {
        if (words.equals(title)) return unchanged();
        if (conclusion != null) return refused(Refusal.TOPIC_CONCLUDED);
        if (corrections.size() >= MOST) return refused(Refusal.TOO_MANY);
        var all = with(new Correction("topic", today, reason, title));
        return changed(
                new Topic(id, body, words, on, options, postponements, null, all, dropped),
                new TopicCorrected(new PublicText(words)));
    }

    Decision<Topic> withdrawOption(String option, String reason, LocalDate today) {
        var known = options.stream().filter(each -> each.id.equals(option)).findFirst();
        if (known.isEmpty())
            return dropped.contains(option) ? unchanged() : refused(Refusal.OPTION_UNKNOWN);
        if (conclusion != null) return refused(Refusal.TOPIC_CONCLUDED);
        if (corrections.size() >= MOST) return refused(Refusal.TOO_MANY);
        var rest = options.stream().filter(each -> !each.id.equals(option)).toList();
        var gone = new ArrayList<>(dropped);
        gone.add(option);
        var all = with(new Correction("topic-option", today, reason, known.get().title));
        return changed(
                new Topic(id, body, title, on, rest, postponements, null, all, gone),
                new OptionWithdrawn(option, today));
    }

    Decision<Topic> withdrawPostponement(Postponement wrong, String reason, LocalDate today) {
        if (!postponements.contains(wrong))
            return corrections.stream()
                            .anyMatch(each ->
                                    each.act().equals("topic-postponement")
                                            && each.reason().equals(reason))
                    ? unchanged()
                    : refused(Refusal.NOT_POSTPONED_THEN);
        if (conclusion != null) return refused(Refusal.TOPIC_CONCLUDED);
        if (corrections.size() >= MOST) return refused(Refusal.TOO_MANY);
        var rest = postponements.stream().filter(each -> !each.equals(wrong)).toList();
        var all = with(new Correction("topic-postponement", today, reason, null));
        return changed(
                new Topic(id, body, title, on, options, rest, null, all, dropped),
                new PostponementWithdrawn(
                        wrong.meeting, wrong.on, rest.isEmpty() ? null : rest.getLast().on));
    }

    private List<Correction> with(Correction correction) {
        var all = new ArrayList<>(corrections);
        all.add(correction);
        return all;
    }

    public Decision<Topic> conclude(Conclusion by) {
        if (by.equals(conclusion)) return unchanged();
        if (conclusion != null) return refused(Refusal.TOPIC_CONCLUDED);
        return changed(
                new Topic(id, body, title, on, options, postponements, by, corrections, dropped),
                new TopicConcluded(by.vote, by.on));
    }
}
