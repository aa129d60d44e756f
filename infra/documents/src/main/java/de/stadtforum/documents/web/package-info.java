/// Files over HTTP: taken from forms and programs, given back whole or in ranges; and how much room they have.
@NullMarked
package de.stadtforum.documents.web;

import org.jspecify.annotations.NullMarked;
