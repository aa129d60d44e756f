package de.stadtforum.membership.persons;

import com.mongodb.client.model.Filters;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.documents.Order;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Tells an erasure again each day for a week, so that no copy sent late stays the log's last word.
@Component
@EnableScheduling
class ErasureReminder {
    private final AggregateStore<Person> persons;
    private final Clock clock;

    ErasureReminder(AggregateStore<Person> persons, Clock clock) {
        this.persons = persons;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    void tellAgain() {
        var today = LocalDate.ofInstant(clock.instant(), PlatformClock.CITY);
        var since =
                today.minusDays(2L * Person.DAYS_OF_TELLING)
                        .toString(); // a service that was away catches up
        persons.each(
                Filters.gte("state.erasedOn", since),
                Order.ascending(),
                person -> persons.decide(person.id(), each -> each.tellErasureAgain(today)));
    }
}
