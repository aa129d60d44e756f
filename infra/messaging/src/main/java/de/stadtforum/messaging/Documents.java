package de.stadtforum.messaging;

import java.util.Map;
import tools.jackson.core.type.TypeReference;

/// The shape in which the mapper hands state to the driver.
final class Documents {
    static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private Documents() {}
}
