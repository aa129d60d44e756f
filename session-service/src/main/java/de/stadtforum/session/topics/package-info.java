/// Standing topics: how the city's safety structures go on (resolution 3.6, 3.7).
@NullMarked
package de.stadtforum.session.topics;

import org.jspecify.annotations.NullMarked;
