/// The demo's login by choosing a person; to be removed as a folder when a real login comes.
@NullMarked
package de.stadtforum.gateway.demo;

import org.jspecify.annotations.NullMarked;
