/// What the services offer programs, in one place, with a page to try it.
@NullMarked
package de.stadtforum.gateway.openapi;

import org.jspecify.annotations.NullMarked;
