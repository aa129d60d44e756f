package de.stadtforum.session.topics;

import static de.stadtforum.messaging.Decision.changed;
import static de.stadtforum.messaging.Decision.refused;
import static de.stadtforum.messaging.Decision.unchanged;

import de.stadtforum.contracts.PublicText;
import de.stadtforum.contracts.session.TopicFact.Level;
import de.stadtforum.contracts.session.TopicFact.OptionDeliberated;
import de.stadtforum.contracts.session.TopicFact.TopicConcluded;
import de.stadtforum.contracts.session.TopicFact.TopicOpened;
import de.stadtforum.contracts.session.TopicFact.TopicPostponed;
import de.stadtforum.messaging.Decision;
import de.stadtforum.messaging.Reason;
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
        @Nullable Conclusion conclusion) {
    static final int MOST = 200;

    public enum Refusal implements Reason {
        OTHER_CONTENT,
        TOPIC_CONCLUDED,
        TOO_MANY
    }

    public record Option(String id, String title, Level level, String meeting, LocalDate on) {}

    public record Postponement(String meeting, LocalDate on) {}

    public record Conclusion(String vote, LocalDate on) {}

    public Topic {
        options = List.copyOf(options);
        postponements = List.copyOf(postponements);
    }

    static Decision<Topic> open(
            @Nullable Topic existing, String id, String body, String title, LocalDate on) {
        if (existing == null)
            return changed(
                    new Topic(id, body, title, on, List.of(), List.of(), null),
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
        if (options.size() >= MOST) return refused(Refusal.TOO_MANY);
        var all = new ArrayList<>(options);
        all.add(option);
        return changed(
                new Topic(id, body, title, on, all, postponements, null),
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
        if (postponements.size() >= MOST) return refused(Refusal.TOO_MANY);
        var all = new ArrayList<>(postponements);
        all.add(postponement);
        return changed(
                new Topic(id, body, title, on, options, all, null),
                new TopicPostponed(postponement.meeting, postponement.on));
    }

    public Decision<Topic> conclude(Conclusion by) {
        if (by.equals(conclusion)) return unchanged();
        if (conclusion != null) return refused(Refusal.TOPIC_CONCLUDED);
        return changed(
                new Topic(id, body, title, on, options, postponements, by),
                new TopicConcluded(by.vote, by.on));
    }
}
