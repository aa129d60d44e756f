/// The words with which a handler states who may call it, as infra/web has them.
@NullMarked
package de.stadtforum.web;

import org.jspecify.annotations.NullMarked;
