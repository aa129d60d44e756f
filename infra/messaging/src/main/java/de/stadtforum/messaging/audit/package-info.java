/// Who did what when.
@NullMarked
package de.stadtforum.messaging.audit;

import org.jspecify.annotations.NullMarked;
