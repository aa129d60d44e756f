/// One address for all services, and the rules at its edge.
@NullMarked
package de.stadtforum.gateway;

import org.jspecify.annotations.NullMarked;
