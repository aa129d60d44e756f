package de.stadtforum.gateway.limits;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How many requests in which time: `stadtforum.limits.*`. What the cache has at hand costs nothing.
///
/// @param address all requests of one address; a town hall or a school is one address
/// @param login all requests with one session or one token
/// @param contributions what one address sends in without a login
/// @param pages that follow their changes, of one address, of one login and in all
/// @param remembered how many addresses and logins are counted at once; the longest unseen are forgotten first
@ConfigurationProperties("stadtforum.limits")
record LimitsProperties(
        Rate address,
        Rate login,
        Rate contributions,
        OpenPages pages,
        @DefaultValue("20000") int remembered) {
    /// How many pages that follow their changes may be open at a time.
    record OpenPages(int address, int login, int all) {}

    record Rate(int requests, Duration within) {
        Budgets budgets(String name, int remembered, MeterRegistry meters) {
            return new Budgets(name, requests, within, remembered, meters);
        }
    }
}
