package de.stadtforum.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// How every service answers over HTTP; whatever a service or an operator sets comes first.
final class WebDefaults implements EnvironmentPostProcessor {
    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        var defaults =
                new LinkedHashMap<String, Object>(
                        Map.ofEntries(
                                Map.entry("spring.threads.virtual.enabled", "true"),
                                Map.entry(
                                        "spring.messages.basename",
                                        "messages,web-messages,operations-messages"),
                                Map.entry("spring.messages.encoding", "UTF-8"),
                                Map.entry("spring.messages.fallback-to-system-locale", "false"),
                                Map.entry("spring.mvc.servlet.load-on-startup", "1"),
                                Map.entry("spring.mvc.problemdetails.enabled", "false"),
                                Map.entry("spring.web.resources.chain.cache", "true"),
                                Map.entry("spring.web.resources.cache.cachecontrol.max-age", "1d"),
                                Map.entry(
                                        "spring.web.resources.cache.cachecontrol.cache-public",
                                        "true"),
                                Map.entry(
                                        "spring.jackson.deserialization.fail-on-unknown-properties",
                                        "true"),
                                Map.entry("spring.jackson.default-property-inclusion", "non_null"),
                                Map.entry(
                                        "spring.security.oauth2.resourceserver.jwt.audiences",
                                        "stadtforum"),
                                Map.entry("server.shutdown", "graceful"),
                                Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "5s"),
                                Map.entry("server.error.include-stacktrace", "never"),
                                Map.entry("server.compression.enabled", "true"),
                                Map.entry("server.forward-headers-strategy", "none"),
                                Map.entry("server.max-http-request-header-size", "16KB"),
                                Map.entry("server.tomcat.use-relative-redirects", "true"),
                                // other sites hang such signs on to links
                                Map.entry(
                                        "server.tomcat.relaxed-query-chars",
                                        "<,>,[,\\,],^,`,{,|,},\""),
                                Map.entry("server.tomcat.max-http-form-post-size", "256KB"),
                                Map.entry("server.tomcat.max-parameter-count", "500"),
                                Map.entry("server.tomcat.connection-timeout", "10s"),
                                // longer than the gateway keeps an idle connection
                                Map.entry("server.tomcat.keep-alive-timeout", "60s"),
                                // that the database is away is said by the health of the facts
                                Map.entry("management.health.mongodb.enabled", "false"),
                                // and so is that the broker is; the binder would wait a minute
                                Map.entry("management.health.binders.enabled", "false"),
                                Map.entry("server.servlet.session.tracking-modes", "cookie"),
                                Map.entry("spring.servlet.multipart.enabled", "false"),
                                Map.entry(
                                        "management.endpoints.web.exposure.include",
                                        "health,info,prometheus"),
                                Map.entry("management.endpoint.health.probes.enabled", "true"),
                                Map.entry("management.endpoint.health.show-details", "always")));
        environment.getPropertySources().addLast(new MapPropertySource("web-defaults", defaults));
    }
}
