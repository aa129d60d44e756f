/// Which path belongs to which service, and what is said when it is away.
@NullMarked
package de.stadtforum.gateway.routes;

import org.jspecify.annotations.NullMarked;
