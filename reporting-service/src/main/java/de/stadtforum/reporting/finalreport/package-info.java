/// The final report on master plan 1.0.
@NullMarked
package de.stadtforum.reporting.finalreport;

import org.jspecify.annotations.NullMarked;
