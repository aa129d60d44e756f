/// The facts that the services tell each other: one sealed interface of records per kind of aggregate, told by exactly one service.
///
/// Fields are only ever added, and optional; what was published once is read for ever.
@NullMarked
package de.stadtforum.contracts;

import org.jspecify.annotations.NullMarked;
