/// Breaks a rule on purpose: a form that is lost when it is refused.
@NullMarked
package de.stadtforum.testing.red.forms;

import org.jspecify.annotations.NullMarked;
