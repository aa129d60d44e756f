/// What the session service tells.
@NullMarked
package de.stadtforum.contracts.session;

import org.jspecify.annotations.NullMarked;
