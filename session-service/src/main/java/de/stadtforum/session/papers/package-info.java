/// Council papers that the assembly proposed, and their way through the bodies (resolution 3.3).
@NullMarked
package de.stadtforum.session.papers;

import org.jspecify.annotations.NullMarked;
