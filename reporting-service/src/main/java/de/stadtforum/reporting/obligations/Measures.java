package de.stadtforum.reporting.obligations;

import de.stadtforum.reporting.bodies.Apportionments;
import de.stadtforum.reporting.bodies.Offices;
import de.stadtforum.reporting.bodies.Seats;
import de.stadtforum.reporting.labs.Concept;
import de.stadtforum.reporting.labs.Dialogue;
import de.stadtforum.reporting.labs.Districts;
import de.stadtforum.reporting.labs.LabsInDistricts;
import de.stadtforum.reporting.labs.ReportedResults;
import de.stadtforum.reporting.labs.Tool;
import de.stadtforum.reporting.measures.Measure;
import de.stadtforum.reporting.reports.FinalReports;
import de.stadtforum.reporting.reports.InterimReports;
import de.stadtforum.reporting.sessions.Deputised;
import de.stadtforum.reporting.sessions.Fields;
import de.stadtforum.reporting.sessions.Groups;
import de.stadtforum.reporting.sessions.HeldMeetings;
import de.stadtforum.reporting.sessions.Papers;
import de.stadtforum.reporting.sessions.Proposals;
import de.stadtforum.reporting.sessions.Questions;
import de.stadtforum.reporting.sessions.Recommendations;
import de.stadtforum.reporting.sessions.Rules;
import de.stadtforum.reporting.sessions.Topics;
import de.stadtforum.reporting.sessions.VotesTaken;
import java.util.SortedMap;
import java.util.TreeMap;

/// The measures by the names that a ledger uses.
final class Measures {
    private Measures() {}

    static SortedMap<String, Measure<?>> all(Districts districts) {
        var all = new TreeMap<String, Measure<?>>();
        put(all, "seats", Seats::of);
        put(all, "chairs", Offices::chairs);
        put(all, "secretariats", Offices::secretariats);
        put(all, "apportionments", Apportionments::of);
        put(all, "heldMeetings", HeldMeetings::of);
        put(all, "deputised", Deputised::of);
        put(all, "votesTaken", VotesTaken::of);
        put(all, "proposals", Proposals::of);
        put(all, "recommendations", Recommendations::of);
        put(all, "papers", Papers::of);
        put(all, "fields", Fields::of);
        put(all, "questions", Questions::of);
        put(all, "topics", Topics::of);
        put(all, "rules", Rules::of);
        put(all, "groups", Groups::of);
        put(all, "dialogue", Dialogue::of);
        put(all, "labsInDistricts", LabsInDistricts.of(districts));
        put(all, "conceptPresented", Concept::presented);
        put(all, "conceptSays", Concept::says);
        put(all, "tool", Tool::of);
        put(all, "reportedResults", ReportedResults::of);
        put(all, "interimReports", InterimReports::of);
        put(all, "finalReports", FinalReports::of);
        return all;
    }

    private static <R extends Record> void put(
            SortedMap<String, Measure<?>> all, String name, Measure<R> measure) {
        all.put(name, measure);
    }
}
