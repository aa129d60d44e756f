package de.stadtforum.messaging.audit;

import java.util.Collection;
import java.util.Map;

/// What people are called now, from the service's own copy; nobody who was erased has a name.
@FunctionalInterface
public interface PersonNames {
    /// @param persons ids of persons
    /// @return name by id, of those who have one
    Map<String, String> of(Collection<String> persons);
}
