package de.stadtforum.membership.persons;

import de.stadtforum.messaging.commands.AggregateStore;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// What people are called on a page: by name, or that it was erased, or is not known yet; never by an id.
@Component
public class Names {
    private final AggregateStore<Person> persons;
    private final MessageSource words;

    Names(AggregateStore<Person> persons, MessageSource words) {
        this.persons = persons;
        this.words = words;
    }

    /// By person; each that was asked for has words.
    public SortedMap<String, String> of(Collection<String> people) {
        var names = new TreeMap<String, String>();
        people.forEach(each -> names.put(each, word("body.roster.unknown")));
        persons.findAll(people).forEach((id, person) -> names.put(id, of(person)));
        return names;
    }

    public String of(Person person) {
        return person.name() == null ? word("body.roster.forgotten") : person.name();
    }

    private String word(String key) {
        return words.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
