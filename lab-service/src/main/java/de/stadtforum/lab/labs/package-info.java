/// A lab from the plan to the result that a body has heard (resolution 5.1, 5.2, 5.5, 5.7).
@NullMarked
package de.stadtforum.lab.labs;

import org.jspecify.annotations.NullMarked;
