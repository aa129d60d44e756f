/// Neighbourhood labs: their concept, their contributions, and the public portal (resolution 5).
@NullMarked
package de.stadtforum.lab;

import org.jspecify.annotations.NullMarked;
