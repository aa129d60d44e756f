/// Interim reports: released with a proof, given by word of mouth.
@NullMarked
package de.stadtforum.reporting.reports;

import org.jspecify.annotations.NullMarked;
