/// The concept for the labs with its three statements (resolution 5.3, 5.4).
@NullMarked
package de.stadtforum.lab.concepts;

import org.jspecify.annotations.NullMarked;
