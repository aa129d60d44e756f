package de.stadtforum.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a person or a department's program is to the process; given for a body, a lab or a district, or everywhere.
/// A resident has no role and needs no login.
public enum Role {
    MEMBER,
    DEPUTY,
    CHAIR,
    SECRETARIAT,
    MINUTE_TAKER,
    LAB_TEAM,
    MODERATOR,
    GROUP_GUEST,
    DELEGATING_INSTITUTION,
    DISTRICT_COUNCIL,
    REPORTER,
    COMMITTEE,
    DATA_PROTECTION,
    OPERATOR,
    DEPARTMENT;

    /// As it stands in a token: `lab-team`.
    public String claim() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Role> of(String claim) {
        return Arrays.stream(values()).filter(role -> role.claim().equals(claim)).findFirst();
    }
}
