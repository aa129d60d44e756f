/// Current questions of the administration and the assembly's statements on them (resolution 3.5).
@NullMarked
package de.stadtforum.session.questions;

import org.jspecify.annotations.NullMarked;
