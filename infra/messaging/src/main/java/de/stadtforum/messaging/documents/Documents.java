package de.stadtforum.messaging.documents;

import java.util.Map;
import tools.jackson.core.type.TypeReference;

/// The shape in which the mapper hands state to the driver.
public final class Documents {
    public static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private Documents() {}
}
