package de.stadtforum.gateway.routes;

import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where each service answers: `stadtforum.routes.*`, a base address each.
@ConfigurationProperties("stadtforum.routes")
record Services(String membership, String session, String lab, String reporting) {}
