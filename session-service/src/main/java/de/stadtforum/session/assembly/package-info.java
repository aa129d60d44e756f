/// The public page of the assembly: what a resident wants to know first.
@NullMarked
package de.stadtforum.session.assembly;

import org.jspecify.annotations.NullMarked;
