/// The front door under load, beside nginx before the same service; what an outage does to the others; how fast everything starts.
@NullMarked
package de.stadtforum.benchmark.front;

import org.jspecify.annotations.NullMarked;
