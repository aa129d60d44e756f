/// Known by another service.
@NullMarked
package de.stadtforum.membership.red;

import org.jspecify.annotations.NullMarked;
