package de.stadtforum.web.listening;

import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.contracts.session.VotingFact.BallotCast;
import de.stadtforum.messaging.feeds.Feed;
import de.stadtforum.messaging.feeds.Feeds;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class Listener {
    record Ballots(int cast) {
        Ballots after(VotingFact fact) {
            return fact instanceof BallotCast ? new Ballots(cast + 1) : this;
        }
    }

    @Bean
    Feed<Ballots> turnouts(Feeds feeds) {
        return feeds.of(VotingFact.class).into("turnouts", new Ballots(0), Ballots::after);
    }
}
