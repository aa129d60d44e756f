/// The people on record for those who keep them: searched by name, put right, erased.
@NullMarked
package de.stadtforum.membership.directory;

import org.jspecify.annotations.NullMarked;
