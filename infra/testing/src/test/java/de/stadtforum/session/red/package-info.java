/// Knows another service.
@NullMarked
package de.stadtforum.session.red;

import org.jspecify.annotations.NullMarked;
