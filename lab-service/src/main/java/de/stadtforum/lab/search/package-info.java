/// What is found by its words, and counted: the index of this process over labs and contributions, and the page that searches it.
@NullMarked
package de.stadtforum.lab.search;

import org.jspecify.annotations.NullMarked;
