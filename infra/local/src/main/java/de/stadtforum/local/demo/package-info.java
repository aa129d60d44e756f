/// The demo year: what happened from January 2024 to February 2025, told to the platform through its public interfaces.
@NullMarked
package de.stadtforum.local.demo;

import org.jspecify.annotations.NullMarked;
