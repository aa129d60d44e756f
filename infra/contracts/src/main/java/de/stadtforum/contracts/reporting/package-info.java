/// What the reporting service tells.
@NullMarked
package de.stadtforum.contracts.reporting;

import org.jspecify.annotations.NullMarked;
