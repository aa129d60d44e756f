package de.stadtforum.embedded.index;

import org.h2.mvstore.type.ObjectDataType;

/// Where documents are: by their ids, in the order of the library's own type, which looks long at what it compares.
final class PositionType extends ObjectDataType {
    @Override
    public int compare(Object one, Object two) {
        return one instanceof String first && two instanceof String second
                ? first.compareTo(second)
                : super.compare(one, two);
    }
}
