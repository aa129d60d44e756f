/// Documents that are made from a small description of what stands in them: texts, slides and sheets, without a word of how any format writes them.
@NullMarked
package de.stadtforum.documents.making;

import org.jspecify.annotations.NullMarked;
