/// Breaks a rule on purpose: seats need votes, and votes need seats.
@NullMarked
package de.stadtforum.testing.red.circle.seats;

import org.jspecify.annotations.NullMarked;
