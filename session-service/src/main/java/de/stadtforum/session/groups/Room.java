package de.stadtforum.session.groups;

import de.stadtforum.web.Correction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What the members of a working group share among themselves; its words stay at home (resolution 4.4).
///
/// @param contacts by person, each given by that person's consent
public record Room(
        List<Note> notes,
        SortedMap<String, Contact> contacts,
        SortedSet<LocalDate> dates,
        List<Correction> corrections) {
    static final Room EMPTY = new Room(List.of(), new TreeMap<>(), new TreeSet<>(), List.of());

    public record Note(String id, String text, LocalDate on) {}

    public record Contact(String contact, LocalDate on) {}

    // yesterday's documents have no corrections
    public Room {
        corrections = corrections == null ? List.of() : List.copyOf(corrections);
        notes = List.copyOf(notes);
    }

    @Nullable Note note(String id) {
        return notes.stream().filter(note -> note.id.equals(id)).findFirst().orElse(null);
    }

    Room with(Note note) {
        var all = new ArrayList<>(notes);
        all.add(note);
        return new Room(all, contacts, dates, corrections);
    }

    Room with(String person, Contact contact) {
        var all = new TreeMap<>(contacts);
        all.put(person, contact);
        return new Room(notes, all, dates, corrections);
    }

    Room without(String person) {
        var all = new TreeMap<>(contacts);
        all.remove(person);
        return new Room(notes, all, dates, corrections);
    }

    Room with(LocalDate date) {
        var all = new TreeSet<>(dates);
        all.add(date);
        return new Room(notes, contacts, all, corrections);
    }

    Room without(Note note, Correction correction) {
        var rest = notes.stream().filter(each -> !each.equals(note)).toList();
        return new Room(rest, contacts, dates, and(correction));
    }

    private List<Correction> and(Correction correction) {
        var all = new ArrayList<>(corrections);
        all.add(correction);
        return all;
    }

    Room without(LocalDate date, Correction correction) {
        var rest = new TreeSet<>(dates);
        rest.remove(date);
        return new Room(notes, contacts, rest, and(correction));
    }
}
