/// What each service says of its own addresses: where requests go, what may be kept for everybody, where files and events pass, where whose work begins.
@NullMarked
package de.stadtforum.gateway.paths;

import org.jspecify.annotations.NullMarked;
