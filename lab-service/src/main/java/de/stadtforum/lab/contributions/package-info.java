/// What residents contribute: received, published or withheld with a reason, assessed (resolution 5.4b).
@NullMarked
package de.stadtforum.lab.contributions;

import org.jspecify.annotations.NullMarked;
