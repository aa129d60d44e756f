/// Who gives a command, when and under which trace.
@NullMarked
package de.stadtforum.messaging.context;

import org.jspecify.annotations.NullMarked;
