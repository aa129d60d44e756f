/// Work that takes longer than a request may: asked for once, done by one instance at a time, taken up by another when that one dies.
@NullMarked
package de.stadtforum.reporting.jobs;

import org.jspecify.annotations.NullMarked;
