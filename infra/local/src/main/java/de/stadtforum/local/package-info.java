/// Starts the whole platform on one machine: broker, database and the services, each in a process of its own.
@NullMarked
package de.stadtforum.local;

import org.jspecify.annotations.NullMarked;
