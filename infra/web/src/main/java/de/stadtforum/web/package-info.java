/// What all pages and interfaces share: layout, who may call, how bad input and refusals are answered.
@NullMarked
package de.stadtforum.web;

import org.jspecify.annotations.NullMarked;
