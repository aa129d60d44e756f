/// The calculation of the first released reports, versions 1 to 3, with the folds that it reads. It stays as it is: it proves them.
@NullMarked
package de.stadtforum.reporting.calculation.v1;

import org.jspecify.annotations.NullMarked;
