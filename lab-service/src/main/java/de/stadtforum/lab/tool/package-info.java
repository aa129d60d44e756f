/// The statement on what the city's participation platform contributes (resolution 5.6).
@NullMarked
package de.stadtforum.lab.tool;

import org.jspecify.annotations.NullMarked;
