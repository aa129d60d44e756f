/// What happened in a period, as numbers: a pure function of what is known.
@NullMarked
package de.stadtforum.reporting.figures;

import org.jspecify.annotations.NullMarked;
