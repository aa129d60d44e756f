/// The whole platform at one look, for those who run it.
@NullMarked
package de.stadtforum.gateway.overview;

import org.jspecify.annotations.NullMarked;
