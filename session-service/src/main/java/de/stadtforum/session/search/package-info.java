/// What the assembly did, found by its words: the index of this process over what everybody may read, and the page that searches it.
@NullMarked
package de.stadtforum.session.search;

import org.jspecify.annotations.NullMarked;
