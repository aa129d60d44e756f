package de.stadtforum.login;

import java.io.File;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Settings of this provider: `stadtforum.login.*`.
///
/// @param issuer as everybody reaches it, and as it stands in each token
/// @param directory the file of people and clients ([Directory])
/// @param key the private key that signs, PKCS 8 as PEM
@ConfigurationProperties("stadtforum.login")
record LoginProperties(URI issuer, File directory, File key) {}
