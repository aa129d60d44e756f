/// The public portal: what a resident reads, across labs, contributions and concept.
@NullMarked
package de.stadtforum.lab.portal;

import org.jspecify.annotations.NullMarked;
