package de.stadtforum.testing.green.voting;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration
class VoteConfiguration {
    @Bean
    VoteStore voteStore(Environment environment) {
        return new VoteStore(environment);
    }
}
