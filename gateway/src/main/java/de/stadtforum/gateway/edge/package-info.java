/// What no request may bring in from outside.
@NullMarked
package de.stadtforum.gateway.edge;

import org.jspecify.annotations.NullMarked;
