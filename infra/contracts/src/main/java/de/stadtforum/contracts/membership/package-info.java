/// What the membership service tells.
@NullMarked
package de.stadtforum.contracts.membership;

import org.jspecify.annotations.NullMarked;
