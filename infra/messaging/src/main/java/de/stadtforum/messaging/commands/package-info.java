/// Decides commands on aggregates and stores the outcome in one write.
@NullMarked
package de.stadtforum.messaging.commands;

import org.jspecify.annotations.NullMarked;
