/// A service of one kind of aggregate, on which the audit and what operators see are tried with a real broker and database.
@NullMarked
package de.stadtforum.web.operated;

import org.jspecify.annotations.NullMarked;
