/// Where the services answer, and who of them is there.
@NullMarked
package de.stadtforum.gateway.upstreams;

import org.jspecify.annotations.NullMarked;
