/// Ordered secondary indexes for the embedded store: an index narrows what a query looks at and may give its order; every document is
/// still held against the whole filter, so the answer is that of a scan.
@NullMarked
package de.stadtforum.embedded.index;

import org.jspecify.annotations.NullMarked;
