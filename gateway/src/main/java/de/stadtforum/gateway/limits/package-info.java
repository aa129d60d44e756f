/// Nobody asks so often that others wait: budgets for each address, each login, and for what is sent in without one.
@NullMarked
package de.stadtforum.gateway.limits;

import org.jspecify.annotations.NullMarked;
