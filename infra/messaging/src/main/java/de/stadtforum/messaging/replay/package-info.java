/// Reads the log from its first fact: rebuilds of feeds, and what was known once.
@NullMarked
package de.stadtforum.messaging.replay;

import org.jspecify.annotations.NullMarked;
