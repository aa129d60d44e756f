/// The figures of a report, computed with the version of the calculation that it was released with.
@NullMarked
package de.stadtforum.reporting.calculation;

import org.jspecify.annotations.NullMarked;
