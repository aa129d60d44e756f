package de.stadtforum.membership.bodies;

import de.stadtforum.messaging.commands.Reason;

/// What the rules of a body refuse, and by which sentence of the resolution.
enum Refusal implements Reason {
    BODY_EXISTS,
    /// Resolution 2.1: an internal group.
    STEERING_GROUP_IS_CLOSED,
    /// Resolution 2.4.
    STEERING_GROUP_IS_PERMANENT,
    /// Resolution 2.4 and 4.2.
    MEETS_AS_NEEDED,
    /// § 36 GO NRW.
    DISTRICT_MISSING,
    BODY_NOT_IN_FORCE,
    ENDED_OTHERWISE,
    ENDS_BEFORE_IT_BEGINS,
    SEAT_EXISTS,
    NO_SUCH_SEAT,
    SEAT_NOT_IN_FORCE,
    WITHDRAWN_OTHERWISE,
    /// Resolution 2.5.
    EXTERNALS_NOT_FORESEEN,
    /// Resolution 4.5.
    GUESTS_ONLY_IN_GROUPS,
    /// Resolution 3.8.
    ALL_VOTING_SEATS_TAKEN,
    /// Resolution 3.12.
    FACTION_SEATS_ARE_APPORTIONED,
    DELEGATE_NAMED_OTHERWISE,
    /// One person, one vote in a body.
    HOLDS_ANOTHER_VOTE,
    NOBODY_DELEGATED,
    /// The last day is on record: it is corrected, with a reason.
    DELEGATION_ENDS_OTHERWISE,
    DELEGATION_GOES_ON,
    ANOTHER_IS_DELEGATED,
    GUESTS_HAVE_NO_DEPUTIES,
    /// Nobody is replaced unasked.
    RANK_TAKEN,
    NO_SUCH_DEPUTY,
    DEPUTY_ENDS_OTHERWISE,
    DEPUTY_OF_ONESELF,
    /// Somebody else's delegate: an institution names and reads its own.
    PERSON_OF_OTHERS,
    PERSON_UNKNOWN,
    /// The seat names somebody else today and later.
    NOT_IN_THIS_SEAT,
    CHAIR_ASSIGNED_OTHERWISE,
    SECRETARIAT_ASSIGNED_OTHERWISE,
    APPORTIONED_OTHERWISE,
    LATER_APPORTIONMENT_EXISTS,
    /// The mandates of the factions do not claim all seats.
    SEATS_LEFT_OVER,
    NO_COMPOSITION,
    NO_LOT_DUE,
    LOT_ALREADY_DRAWN,
    NOT_IN_THE_LOT
}
