package de.stadtforum.messaging.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Says what is wrong with the telling and hearing of facts, by name.
public final class FactsHealth implements HealthIndicator {
    private final Faults faults;

    public FactsHealth(Faults faults) {
        this.faults = faults;
    }

    @Override
    public Health health() {
        var wrong = new TreeMap<String, List<String>>();
        var found = faults.found();
        for (var fault : found)
            wrong.computeIfAbsent(fault.kind(), _ -> new ArrayList<>()).add(fault.inWords());
        var down = found.stream().anyMatch(Fault::isSerious);
        return (down ? Health.down() : Health.up()).withDetails(wrong).build();
    }
}
