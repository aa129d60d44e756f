/// What is counted for a report, the overview and the ledger: each number a pure function of what is known, with its evidence.
@NullMarked
package de.stadtforum.reporting.measures;

import org.jspecify.annotations.NullMarked;
