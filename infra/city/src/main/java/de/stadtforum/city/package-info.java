/// A city by data alone: its districts, bodies, council, institutions, law and words, read from one folder and checked as a whole.
@NullMarked
package de.stadtforum.city;

import org.jspecify.annotations.NullMarked;
