/// Named by a layer.
@NullMarked
package de.stadtforum.testing.red.controller;

import org.jspecify.annotations.NullMarked;
