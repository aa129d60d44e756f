/// A real Kafka broker and a durable store that speaks MongoDB's protocol, each a program of its own for machines that have neither.
@NullMarked
package de.stadtforum.embedded;

import org.jspecify.annotations.NullMarked;
