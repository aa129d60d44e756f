package de.stadtforum.session.consequences;

import static de.stadtforum.messaging.commands.Decision.unchanged;

import de.stadtforum.city.City;
import de.stadtforum.contracts.lab.LabFact;
import de.stadtforum.contracts.lab.LabFact.FieldProposed;
import de.stadtforum.contracts.lab.LabFact.ResultReported;
import de.stadtforum.contracts.session.MeetingFact;
import de.stadtforum.contracts.session.MeetingFact.ItemConcluded;
import de.stadtforum.contracts.session.MeetingFact.ItemOutcome;
import de.stadtforum.contracts.session.MeetingFact.ItemPlaced;
import de.stadtforum.contracts.session.MeetingFact.ItemRemoved;
import de.stadtforum.contracts.session.MeetingFact.MeetingCancelled;
import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.contracts.session.VotingFact.VoteClosed;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.messaging.feeds.Feeds;
import de.stadtforum.messaging.feeds.Reaction.Cue;
import de.stadtforum.session.proposals.Proposal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConsequencesConfiguration {
    @Bean
    Feed<Ended> carriedVotes(Feeds feeds, CarriedMotions motions) {
        return feeds.of(VotingFact.class)
                .react(
                        "carried-votes",
                        Ended.NOT_YET,
                        Ended::after,
                        cue ->
                                cue.fact() instanceof VoteClosed(_, var carried, var on) && carried
                                        ? motions.bringAbout(cue.aggregate(), on)
                                        : unchanged());
    }

    /// Finishes what placing and concluding an item begin, also after a crash: the proposal is placed, then heard.
    @Bean
    Feed<Agenda> agendas(Feeds feeds, AggregateStore<Proposal> proposals) {
        return feeds.of(MeetingFact.class)
                .react("agendas", Agenda.NONE, Agenda::after, cue -> treat(cue, proposals));
    }

    private static Decision<?> treat(
            Cue<Agenda, MeetingFact> cue, AggregateStore<Proposal> proposals) {
        return switch (cue.fact()) {
            case ItemPlaced(var item, _, _, _, var proposal) when proposal != null ->
                    proposals.decide(
                            proposal,
                            each ->
                                    each.place(
                                            new Proposal.Placement(
                                                    cue.aggregate(),
                                                    item,
                                                    cue.recorded()
                                                            .atZone(PlatformClock.CITY)
                                                            .toLocalDate())));
            case ItemConcluded(var item, var outcome) ->
                    outcome == ItemOutcome.POSTPONED
                            ? giveBack(cue, cue.state().proposals().get(item), proposals)
                            : hear(cue, item, proposals);
            case ItemRemoved(var item, _) ->
                    giveBack(cue, cue.state().proposals().get(item), proposals);
            case MeetingCancelled _ -> {
                Decision<?> last = unchanged();
                for (var proposal : cue.state().proposals().values()) {
                    last = giveBack(cue, proposal, proposals);
                    if (last instanceof Decision.Refused) break;
                }
                yield last;
            }
            default -> unchanged();
        };
    }

    /// What was not heard lies in the inbox again.
    private static Decision<?> giveBack(
            Cue<Agenda, MeetingFact> cue,
            @Nullable String proposal,
            AggregateStore<Proposal> proposals) {
        if (proposal == null) return unchanged();
        var on = cue.recorded().atZone(PlatformClock.CITY).toLocalDate();
        return proposals.decide(proposal, each -> each.returned(cue.aggregate(), on));
    }

    private static Decision<?> hear(
            Cue<Agenda, MeetingFact> cue, String item, AggregateStore<Proposal> proposals) {
        var proposal = cue.state().proposals().get(item);
        var date = cue.state().date();
        if (proposal == null || date == null) return unchanged();
        return proposals.decide(
                proposal, each -> each.hear(new Proposal.Hearing(cue.aggregate(), date)));
    }

    @Bean
    Feed<LabNews> labNews(Feeds feeds, AggregateStore<Proposal> proposals, City city) {
        return feeds.of(LabFact.class)
                .react(
                        "lab-news",
                        LabNews.NONE,
                        LabNews::after,
                        cue ->
                                switch (cue.fact()) {
                                    case ResultReported told ->
                                            receive(
                                                    proposals,
                                                    LabNews.id(cue.aggregate()),
                                                    cue.state().result(cue.aggregate(), told));
                                    case FieldProposed told ->
                                            receive(
                                                    proposals,
                                                    told.proposal(),
                                                    LabNews.field(
                                                            cue.aggregate(),
                                                            city.assembly(),
                                                            told));
                                    default -> unchanged();
                                });
    }

    private static Decision<?> receive(
            AggregateStore<Proposal> proposals, String id, Proposal.Submission submission) {
        return proposals.create(id, known -> Proposal.receive(known, id, submission));
    }
}
