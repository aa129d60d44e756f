/// How a service keeps its aggregates, tells their facts and hears those of others.
@NullMarked
package de.stadtforum.messaging;

import org.jspecify.annotations.NullMarked;
