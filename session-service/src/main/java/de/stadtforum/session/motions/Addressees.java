package de.stadtforum.session.motions;

import de.stadtforum.contracts.membership.BodyFact.BodyKind;
import de.stadtforum.contracts.session.RecommendationFact.Addressee;
import de.stadtforum.messaging.commands.Reason;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.messaging.feeds.Known;
import de.stadtforum.session.rosters.Roster;
import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// To whom the assembly recommends: council, committees, steering group and administration, as far as they exist (resolution 3.2);
/// which of these a body is follows from the body.
@Component
public class Addressees {
    private final Feed<Roster> rosters;

    Addressees(Feed<Roster> rosters) {
        this.rosters = rosters;
    }

    /// Their names by id, in German order.
    public SequencedMap<String, String> all() {
        var words = Collator.getInstance(Locale.GERMAN);
        var names = new LinkedHashMap<String, String>();
        rosters.few().values().stream()
                .filter(known -> known.state().until() == null)
                .filter(known -> kind(known.state()) != null)
                .sorted(Comparator.comparing((Known<Roster> known) -> known.state().name(), words))
                .forEach(known -> names.put(known.id(), known.state().name()));
        return names;
    }

    /// @return null where nobody has told of such a body, or it is none that recommendations go to
    public @Nullable Addressee kindOf(String body) {
        var known = rosters.few().get(body);
        return known == null ? null : kind(known.state());
    }

    /// Why a body that is none of these is refused.
    public Reason unknown() {
        return Obstacles.Refusal.ADDRESSEE_UNKNOWN;
    }

    private static @Nullable Addressee kind(Roster body) {
        if (body.kind() == BodyKind.COUNCIL) return Addressee.COUNCIL;
        if (body.kind() == BodyKind.COMMITTEE) return Addressee.COMMITTEE;
        if (body.kind() == BodyKind.STEERING_GROUP) return Addressee.STEERING_GROUP;
        return body.kind() == BodyKind.ADMINISTRATION ? Addressee.ADMINISTRATION : null;
    }
}
