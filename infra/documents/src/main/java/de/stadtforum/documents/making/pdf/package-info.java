/// The one place that makes PDF: readable by everyone (PDF/UA-1) and for good (PDF/A-2a).
@NullMarked
package de.stadtforum.documents.making.pdf;

import org.jspecify.annotations.NullMarked;
