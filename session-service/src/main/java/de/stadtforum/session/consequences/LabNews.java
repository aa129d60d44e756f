package de.stadtforum.session.consequences;

import de.stadtforum.contracts.lab.LabFact;
import de.stadtforum.contracts.lab.LabFact.FieldProposed;
import de.stadtforum.contracts.lab.LabFact.LabPlanned;
import de.stadtforum.contracts.lab.LabFact.ResultReported;
import de.stadtforum.contracts.session.ProposalFact.Kind;
import de.stadtforum.session.proposals.Proposal.Submission;

/// What a neighbourhood lab puts before a body: its result (resolution 5.7) and fields that grew from it (resolution 5.5).
record LabNews(String neighbourhood) {
    static final LabNews NONE = new LabNews("");

    LabNews after(LabFact fact) {
        return fact instanceof LabPlanned(_, var named, _, _) ? new LabNews(named.text()) : this;
    }

    static String id(String lab) {
        return "ergebnis-" + lab;
    }

    Submission result(String lab, ResultReported told) {
        return new Submission(
                told.body(),
                Kind.LAB_RESULT,
                lab,
                "Ergebnisse des Quartierslabors " + neighbourhood,
                true,
                told.summary().text(),
                told.on());
    }

    static Submission field(String lab, String assembly, FieldProposed told) {
        return new Submission(
                assembly, Kind.FIELD, lab, told.title().text(), true, null, told.on());
    }
}
