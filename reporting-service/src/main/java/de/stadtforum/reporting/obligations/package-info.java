/// What the resolution asks for, sentence by sentence, and how far it is.
@NullMarked
package de.stadtforum.reporting.obligations;

import org.jspecify.annotations.NullMarked;
