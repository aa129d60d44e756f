package de.stadtforum.gateway.cache;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What the cache may hold: `stadtforum.cache.*`.
///
/// @param total of all pages together
/// @param page longer answers are passed on as they come
/// @param longest however long a service allows
/// @param lastGood how long a page is shown, marked, while its service is away
@ConfigurationProperties("stadtforum.cache")
record CacheLimits(
        @DefaultValue("16MB") DataSize total,
        @DefaultValue("1MB") DataSize page,
        @DefaultValue("60s") Duration longest,
        @DefaultValue("6h") Duration lastGood) {}
