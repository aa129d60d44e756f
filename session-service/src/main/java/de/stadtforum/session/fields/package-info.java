/// Fields of action, named and shaped by decision (resolution 3.4).
@NullMarked
package de.stadtforum.session.fields;

import org.jspecify.annotations.NullMarked;
