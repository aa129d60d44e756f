package de.stadtforum.session.voting;

import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.messaging.commands.AggregateStore;
import de.stadtforum.messaging.commands.AggregateStores;
import de.stadtforum.session.meetings.Meeting;
import de.stadtforum.session.rosters.Rights;
import de.stadtforum.web.ScopeOf;
import de.stadtforum.web.live.LiveSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VotingConfiguration {
    static final int MOST = 1_000;

    @Bean
    AggregateStore<Vote> votes(AggregateStores stores) {
        return stores.of("votes", Vote.class, VotingFact.class)
                .indexed("question.meeting", "_id")
                .indexed("question.meeting", "question.day", "_id")
                .indexed("question.day", "_id")
                .indexed("publicItem", "question.body", "question.day", "_id")
                .unique("running", Vote.Refusal.ANOTHER_VOTE_RUNS)
                .store();
    }

    @Bean
    LiveSource<Meeting> changesOfMeetings(AggregateStore<Meeting> meetings) {
        return new LiveSource<>(meetings, (id, _) -> List.of(LiveMeetings.name(id)));
    }

    @Bean
    LiveSource<Vote> changesOfVotes(AggregateStore<Vote> votes) {
        return new LiveSource<>(
                votes,
                (_, vote) ->
                        vote == null
                                ? List.of()
                                : List.of(LiveMeetings.name(vote.question().meeting())));
    }

    /// A vote's body never changes, so it is remembered: two thousand ballots do not read the vote as often.
    @Bean
    ScopeOf scopeOfVotes(AggregateStore<Vote> votes, Rights rights) {
        var bodies = Collections.synchronizedMap(new Newest<String, String>(MOST));
        return new ScopeOf(
                Vote.class,
                id -> {
                    var body = bodies.get(id);
                    if (body == null) {
                        body = votes.find(id).map(vote -> vote.question().body()).orElse(null);
                        if (body != null) bodies.put(id, body);
                    }
                    return Optional.ofNullable(body).map(rights::in);
                });
    }

    /// The newest of many.
    static final class Newest<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;
        private final int most;

        Newest(int most) {
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
        }
    }
}
