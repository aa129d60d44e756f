/// Another service, which hears what the first one tells.
@NullMarked
package de.stadtforum.web.listening;

import org.jspecify.annotations.NullMarked;
