/// Working groups and the room of each: fields, notes, contacts by consent, dates (resolution 4).
@NullMarked
package de.stadtforum.session.groups;

import org.jspecify.annotations.NullMarked;
