/// Who sits in the city council, by date: the weights of the apportionment.
@NullMarked
package de.stadtforum.membership.councils;

import org.jspecify.annotations.NullMarked;
