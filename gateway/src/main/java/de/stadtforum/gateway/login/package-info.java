/// People log in at the city's identity provider; the session stays here, and only the token goes on to the services.
@NullMarked
package de.stadtforum.gateway.login;

import org.jspecify.annotations.NullMarked;
