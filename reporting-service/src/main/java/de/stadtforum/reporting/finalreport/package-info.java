/// The final report on the earlier programme.
@NullMarked
package de.stadtforum.reporting.finalreport;

import org.jspecify.annotations.NullMarked;
