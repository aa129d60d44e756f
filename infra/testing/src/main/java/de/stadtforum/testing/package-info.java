/// What every module's tests share: the house rules, a real broker and database, tokens.
@NullMarked
package de.stadtforum.testing;

import org.jspecify.annotations.NullMarked;
