/// The front door under load, beside nginx before the same service; what an outage of one service does to the others.
@NullMarked
package de.stadtforum.benchmark.front;

import org.jspecify.annotations.NullMarked;
