/// Facts that are decided and not yet told, and the relay that tells them in order.
@NullMarked
package de.stadtforum.messaging.outbox;

import org.jspecify.annotations.NullMarked;
