package de.stadtforum.local.demo;

/// In whose name a command is given: a person of `tokens.json`, by label; the empty label is a resident without a login.
enum Voice {
    RESIDENT(""),
    OFFICE("Geschäftsstelle (Ordnungsamt)"),
    CHAIR("Vorsitz (Rechtsdezernat)"),
    MINUTES("Schriftführung (Ordnungsamt)"),
    LAB_TEAM("Quartierslabor-Team"),
    MODERATOR("Moderation der Beiträge"),
    REPORTER("Berichtswesen"),
    OPERATOR("Betrieb");

    private final String label;

    Voice(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
