/// A program of one interface and one page, on which the promises of this module are tried.
@NullMarked
package de.stadtforum.web.sample;

import org.jspecify.annotations.NullMarked;
