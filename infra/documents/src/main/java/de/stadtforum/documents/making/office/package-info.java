/// Files to work on with an office program: texts, slides, sheets. No formula, program or link to outside of its own accord is in any of them.
@NullMarked
package de.stadtforum.documents.making.office;

import org.jspecify.annotations.NullMarked;
