/// What residents read is asked for once and given to all of them, and the last good page stays when its service is away.
@NullMarked
package de.stadtforum.gateway.cache;

import org.jspecify.annotations.NullMarked;
