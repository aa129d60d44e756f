/// Rules of procedure that the assembly gives to itself and its working groups (resolution 3.18).
@NullMarked
package de.stadtforum.session.rules;

import org.jspecify.annotations.NullMarked;
