/// What the platform takes and gives, each beside a floor or a peer in the same run; latency and throughput of the messaging core beside the same broker and database without it.
@NullMarked
package de.stadtforum.benchmark;

import org.jspecify.annotations.NullMarked;
