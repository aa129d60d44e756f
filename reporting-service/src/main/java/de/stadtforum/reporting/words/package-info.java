/// Sentences from bundles: no sentence is put together in Java.
@NullMarked
package de.stadtforum.reporting.words;

import org.jspecify.annotations.NullMarked;
