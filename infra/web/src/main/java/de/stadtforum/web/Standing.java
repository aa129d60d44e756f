package de.stadtforum.web;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/// What a service knows of somebody beside the token: the person behind the account, and the roles that follow from seats held today.
/// A role that came with a seat goes with it, at once and without a new login.
public interface Standing {
    /// @param account at the identity provider
    Optional<String> personOf(String account);

    /// @return for each role the bodies in which it is held today
    Map<Role, SortedSet<String>> rolesOf(String person);
}
