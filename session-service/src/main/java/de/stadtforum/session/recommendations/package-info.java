/// Recommendations of the assembly and what their addressees made of them (resolution 3.2).
@NullMarked
package de.stadtforum.session.recommendations;

import org.jspecify.annotations.NullMarked;
