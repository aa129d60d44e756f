/// The pages that the law asks of a city.
@NullMarked
package de.stadtforum.gateway.legal;

import org.jspecify.annotations.NullMarked;
