package de.stadtforum.messaging.operation;

import java.util.List;

/// What can be wrong with a service beside its facts; answers at once.
public interface OtherFaults {
    List<Fault> found();
}
