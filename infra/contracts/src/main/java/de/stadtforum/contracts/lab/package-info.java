/// What the lab service tells.
@NullMarked
package de.stadtforum.contracts.lab;

import org.jspecify.annotations.NullMarked;
