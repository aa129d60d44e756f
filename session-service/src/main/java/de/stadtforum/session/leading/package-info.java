/// Who takes no part in an item, and who leads it in place of the chair.
@NullMarked
package de.stadtforum.session.leading;

import org.jspecify.annotations.NullMarked;
