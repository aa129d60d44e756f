/// What was laid before which body, when, and under which paper number.
@NullMarked
package de.stadtforum.lab.presentations;

import org.jspecify.annotations.NullMarked;
