/// Lists, search and counts from an index of the process's own: flat however much there is, and built anew from the database whenever it is
/// lost.
@NullMarked
package de.stadtforum.search;

import org.jspecify.annotations.NullMarked;
