/// The identity provider of a single machine: OpenID Connect as the city's own provider speaks it, with invented people.
@NullMarked
package de.stadtforum.login;

import org.jspecify.annotations.NullMarked;
