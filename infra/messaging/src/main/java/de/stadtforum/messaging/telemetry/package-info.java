/// Meters and spans: kinds and numbers, never who or what.
@NullMarked
package de.stadtforum.messaging.telemetry;

import org.jspecify.annotations.NullMarked;
