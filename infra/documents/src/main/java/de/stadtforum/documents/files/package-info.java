/// Files that were accepted, kept in pieces in the database of the service that they were sent to, beside what they belong to.
@NullMarked
package de.stadtforum.documents.files;

import org.jspecify.annotations.NullMarked;
