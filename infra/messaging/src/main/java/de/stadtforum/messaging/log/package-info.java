/// The log as Kafka keeps it: topics, records, reading it, asking the broker.
@NullMarked
package de.stadtforum.messaging.log;

import org.jspecify.annotations.NullMarked;
