package de.stadtforum.session.search;

/// What can be found, in the order in which a page counts it.
enum Kind {
    MEETING("meeting", "/sitzungen/"),
    RECOMMENDATION("recommendation", "/empfehlungen/"),
    PAPER("paper", "/vorlagen/"),
    FIELD("field", "/handlungsfelder/"),
    GROUP("group", "/arbeitsgruppen/");

    private final String id;
    private final String path;

    Kind(String id, String path) {
        this.id = id;
        this.path = path;
    }

    String id() {
        return id;
    }

    String href(String of) {
        return path + of;
    }
}
