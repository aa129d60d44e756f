package de.stadtforum.login;

import java.io.File;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of this provider: `stadtforum.login.*`.
///
/// @param issuer as everybody reaches it, and as it stands in each token
/// @param directory the file of people and clients ([Directory])
/// @param key the private key that signs, PKCS 8 as PEM
/// @param access how long a token holds: a role that was taken away ends with it
@ConfigurationProperties("stadtforum.login")
record LoginProperties(URI issuer, File directory, File key, @DefaultValue("5m") Duration access) {}
