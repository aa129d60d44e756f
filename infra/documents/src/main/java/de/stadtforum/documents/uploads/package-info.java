/// Files that somebody sends: what they are is found in their content, not in their name, and whatever runs by itself or hides something is refused.
@NullMarked
package de.stadtforum.documents.uploads;

import org.jspecify.annotations.NullMarked;
