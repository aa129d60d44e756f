/// Local copies of what others tell: folds, their progress, and the dead letters of what they could not take.
@NullMarked
package de.stadtforum.messaging.feeds;

import org.jspecify.annotations.NullMarked;
