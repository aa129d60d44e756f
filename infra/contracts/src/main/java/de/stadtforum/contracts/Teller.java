package de.stadtforum.contracts;

import de.stadtforum.contracts.lab.ConceptFact;
import de.stadtforum.contracts.lab.ContributionFact;
import de.stadtforum.contracts.lab.LabFact;
import de.stadtforum.contracts.lab.ToolFact;
import de.stadtforum.contracts.membership.BodyFact;
import de.stadtforum.contracts.membership.CouncilFact;
import de.stadtforum.contracts.membership.PersonFact;
import de.stadtforum.contracts.reporting.FinalReportFact;
import de.stadtforum.contracts.reporting.ReportFact;
import de.stadtforum.contracts.session.FieldFact;
import de.stadtforum.contracts.session.GroupFact;
import de.stadtforum.contracts.session.MeetingFact;
import de.stadtforum.contracts.session.PaperFact;
import de.stadtforum.contracts.session.ProposalFact;
import de.stadtforum.contracts.session.QuestionFact;
import de.stadtforum.contracts.session.RecommendationFact;
import de.stadtforum.contracts.session.RulesFact;
import de.stadtforum.contracts.session.TopicFact;
import de.stadtforum.contracts.session.VotingFact;
import java.util.List;
import java.util.Locale;

/// The services that tell facts, each on a topic of its own, and who hears whom. The event map is generated from here.
@SuppressWarnings("ImmutableEnumChecker") // the lists come from List.of
public enum Teller {
    MEMBERSHIP(List.of(CouncilFact.class, BodyFact.class, PersonFact.class)),
    SESSION(
            List.of(
                    MeetingFact.class,
                    VotingFact.class,
                    ProposalFact.class,
                    RecommendationFact.class,
                    RulesFact.class,
                    FieldFact.class,
                    GroupFact.class,
                    PaperFact.class,
                    TopicFact.class,
                    QuestionFact.class)),
    LAB(List.of(ConceptFact.class, LabFact.class, ContributionFact.class, ToolFact.class)),
    REPORTING(List.of(ReportFact.class, FinalReportFact.class));

    private final List<Class<? extends Fact>> tells;

    Teller(List<Class<? extends Fact>> tells) {
        this.tells = tells;
    }

    /// The owners whose facts this service alone tells.
    public List<Class<? extends Fact>> tells() {
        return tells;
    }

    /// The owners whose facts this service may hear; its own where a reaction follows from them.
    public List<Class<? extends Fact>> hears() {
        return switch (this) {
            case MEMBERSHIP -> List.of(BodyFact.class, GroupFact.class, VotingFact.class);
            case SESSION ->
                    List.of(
                            BodyFact.class,
                            PersonFact.class,
                            LabFact.class,
                            MeetingFact.class,
                            VotingFact.class,
                            GroupFact.class);
            case LAB -> List.of(ProposalFact.class, FieldFact.class, GroupFact.class);
            case REPORTING ->
                    List.of(
                            CouncilFact.class,
                            BodyFact.class,
                            MeetingFact.class,
                            VotingFact.class,
                            ProposalFact.class,
                            RecommendationFact.class,
                            RulesFact.class,
                            FieldFact.class,
                            GroupFact.class,
                            PaperFact.class,
                            TopicFact.class,
                            QuestionFact.class,
                            ConceptFact.class,
                            LabFact.class,
                            ContributionFact.class,
                            ToolFact.class,
                            ReportFact.class,
                            FinalReportFact.class);
        };
    }

    /// The topic that facts of this owner are told on; persons have one of their own.
    public static Topic topicOf(Class<? extends Fact> owner) {
        return owner == PersonFact.class
                ? Topic.ofPersons()
                : Topic.ofFacts("stadtforum." + of(owner).name().toLowerCase(Locale.ROOT));
    }

    /// Who tells facts of this owner.
    public static Teller of(Class<? extends Fact> owner) {
        for (var teller : values()) if (teller.tells.contains(owner)) return teller;
        throw new IllegalArgumentException("nobody tells " + owner.getName());
    }
}
