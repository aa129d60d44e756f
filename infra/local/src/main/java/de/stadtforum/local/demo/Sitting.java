package de.stadtforum.local.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// One meeting from the plan to the signed minutes, as the secretariat, the chair and the minute taker enter it.
final class Sitting {
    private final Story story;
    private final String id;
    private final String path;
    private final SortedMap<String, String> voters = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> barred = new TreeMap<>();
    private final SortedSet<String> handedOver = new TreeSet<>();

    Sitting(Story story, String id) {
        this.story = story;
        this.id = id;
        this.path = "/api/session/meetings/" + id;
    }

    void plan(String body, String date) {
        story.put(Voice.OFFICE, path, "body", body, "date", date);
    }

    void convene(String begins, String place, boolean publicMeeting) {
        story.post(
                Voice.OFFICE,
                path + "/convene",
                "begins",
                begins,
                "place",
                place,
                "invitedOn",
                story.today(),
                "publicMeeting",
                publicMeeting);
    }

    void item(String number, String title) {
        item(number, title, "PUBLIC", "");
    }

    /// @param proposal the inbox entry that it treats; empty where there is none
    void item(String number, String title, String part, String proposal) {
        var body =
                new ArrayList<Object>(
                        List.of(
                                "item",
                                "top-" + number,
                                "number",
                                number,
                                "part",
                                part,
                                "title",
                                title));
        if (!proposal.isEmpty()) body.addAll(List.of("proposal", proposal));
        story.post(Voice.OFFICE, path + "/items", body.toArray());
    }

    void open() {
        story.post(Voice.CHAIR, path + "/open", "at", story.now());
    }

    /// Everybody of these voting seats is in the room.
    void present(Map<String, String> personsBySeat) {
        personsBySeat.forEach((seat, person) -> {
            attend(seat, person, "PRESENT", false, 0);
            voters.put(seat, person);
        });
    }

    /// A deputy acts for the seat: i. V. f.
    void deputy(String seat, String person, int minutes) {
        attend(seat, person, "PRESENT", true, minutes);
        voters.put(seat, person);
    }

    /// Somebody who may speak and not vote.
    void advises(String seat, String person) {
        attend(seat, person, "PRESENT", false, 0);
    }

    void excused(String seat, String person) {
        attend(seat, person, "EXCUSED", false, 0);
    }

    void leaves(String seat, int minutes) {
        attend(seat, voters.getOrDefault(seat, ""), "LEFT", false, minutes);
    }

    private void attend(String seat, String person, String presence, boolean deputy, int minutes) {
        var at = minutes == 0 ? story.now() : story.after(minutes);
        story.post(
                Voice.MINUTES,
                path + "/attendance",
                "seat",
                seat,
                "person",
                person,
                "presence",
                presence,
                "deputy",
                deputy,
                "at",
                at);
    }

    void quorum() {
        story.post(Voice.CHAIR, path + "/quorum");
    }

    /// The seat takes no part in this item (§ 31 GO NRW).
    void conflict(String seat, String item) {
        story.post(Voice.CHAIR, path + "/conflicts", "seat", seat, "item", item);
        barred.computeIfAbsent(item, _ -> new TreeSet<>()).add(seat);
    }

    void handOver(String seat, String item) {
        story.post(Voice.OFFICE, path + "/handover", "seat", seat, "item", item);
        handedOver.add(item);
    }

    /// A show of hands: all say yes but those named.
    void vote(
            String vote,
            String item,
            Map<String, Object> motion,
            List<String> no,
            List<String> abstain) {
        var seats = open(vote, item, "OPEN", motion);
        for (var seat : seats) {
            var choice = no.contains(seat) ? "NO" : abstain.contains(seat) ? "ABSTAIN" : "YES";
            story.post(
                    Voice.MINUTES,
                    "/api/session/votes/" + vote + "/ballots",
                    "seat",
                    seat,
                    "choice",
                    choice);
        }
        close(vote, item);
    }

    /// On paper: minute taker and secretariat count the same.
    void secretVote(
            String vote, String item, Map<String, Object> motion, int yes, int no, int abstain) {
        var seats = open(vote, item, "SECRET_ON_PAPER", motion);
        var tally =
                new LinkedHashMap<>(Map.of("YES", yes, "NO", no, "ABSTAIN", abstain, "INVALID", 0));
        for (var counter : List.of(Voice.MINUTES, Voice.OFFICE))
            story.post(counter, "/api/session/votes/" + vote + "/counts", "tally", tally);
        close(vote, item, seats.size() - yes - no - abstain);
    }

    private List<String> open(String vote, String item, String mode, Map<String, Object> motion) {
        var excluded = barred.getOrDefault(item, new TreeSet<>());
        var seats = voters.keySet().stream().filter(seat -> !excluded.contains(seat)).toList();
        story.put(
                leads(item),
                "/api/session/votes/" + vote,
                "meeting",
                id,
                "item",
                item,
                "mode",
                mode,
                "motion",
                motion,
                "confirmed",
                seats);
        return seats;
    }

    private void close(String vote, String item) {
        close(vote, item, 0);
    }

    /// @param missing how many entitled seats have no ballot, as the one who closes confirms it
    private void close(String vote, String item, int missing) {
        story.post(
                leads(item),
                "/api/session/votes/" + vote + "/close",
                "on",
                story.today(),
                "confirmedMissing",
                missing);
    }

    /// The chair, but not on an item of the own interest (§ 31 GO NRW): there the secretariat keys in what the acting chair does.
    private Voice leads(String item) {
        return handedOver.contains(item) ? Voice.OFFICE : Voice.CHAIR;
    }

    void conclude(String item, String outcome) {
        story.post(Voice.MINUTES, path + "/items/" + item + "/conclude", "outcome", outcome);
    }

    void close(int minutes) {
        var at = story.after(minutes);
        story.post(Voice.CHAIR, path + "/close", "at", at);
    }

    void sign() {
        story.post(Voice.CHAIR, path + "/sign", "on", story.today());
    }

    void postpone(String date, String reason) {
        story.post(Voice.CHAIR, path + "/postpone", "date", date, "reason", reason);
    }
}
