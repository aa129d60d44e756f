package de.stadtforum.testing.red.voting;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/// Knows the framework, and its collections have another order in each JVM.
record Vote(HttpStatus status, Set<String> entitled, Map<String, String> ballots) {
    Vote {
        entitled = Set.copyOf(entitled);
        ballots = Map.of("ada", "YES", "ben", "NO");
    }

    Set<String> yes() {
        return ballots.keySet().stream().collect(Collectors.toSet());
    }
}
