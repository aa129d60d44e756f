/// What an operator sees and may do: faults, lag, feeds.
@NullMarked
package de.stadtforum.messaging.operation;

import org.jspecify.annotations.NullMarked;
