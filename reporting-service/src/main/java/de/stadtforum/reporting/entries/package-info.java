/// What reporting knows, as dated entries: when something happened, when it was told, when it was told to have been an error.
@NullMarked
package de.stadtforum.reporting.entries;

import org.jspecify.annotations.NullMarked;
