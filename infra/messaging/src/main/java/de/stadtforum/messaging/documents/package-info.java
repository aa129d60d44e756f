/// How records become documents of the database and back.
@NullMarked
package de.stadtforum.messaging.documents;

import org.jspecify.annotations.NullMarked;
