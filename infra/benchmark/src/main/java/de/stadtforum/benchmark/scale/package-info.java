/// Lists and search with a million contributions: how long they take, how soon they show what was written, and that they never show what was erased.
@NullMarked
package de.stadtforum.benchmark.scale;

import org.jspecify.annotations.NullMarked;
