/// The inbox of each body: what was put before it and has not been heard yet.
@NullMarked
package de.stadtforum.session.proposals;

import org.jspecify.annotations.NullMarked;
