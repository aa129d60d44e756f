/// Accounts for the process: interim reports, obligations and the final report, from the facts that the other services tell.
@NullMarked
package de.stadtforum.reporting;

import org.jspecify.annotations.NullMarked;
