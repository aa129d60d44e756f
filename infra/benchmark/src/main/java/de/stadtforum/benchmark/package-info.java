/// Latency and throughput of the messaging core, each beside its floor: the same broker and database without it.
@NullMarked
package de.stadtforum.benchmark;

import org.jspecify.annotations.NullMarked;
