package de.stadtforum.local;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One person a role, invented and recognisable as such, with the claims that the login will use.
///
/// @param account the token's `sub`
/// @param person the person of the roster behind it, where there is one
/// @param roles `role` or `role:scope`
public record DemoPerson(
        String label, String account, @Nullable String person, List<String> roles) {
    private static final Duration VALID = Duration.ofDays(7);

    public static final List<DemoPerson> ALL =
            List.of(
                    of("Geschäftsstelle (Ordnungsamt)", "geschaeftsstelle", null, "secretariat:*"),
                    of(
                            "Vorsitz (Rechtsdezernat)",
                            "vorsitz",
                            "mitglied-rechtsdezernent",
                            "chair:vollversammlung",
                            "chair:lenkungskreis",
                            "member:vollversammlung"),
                    of("Schriftführung (Ordnungsamt)", "schriftfuehrung", null, "minute-taker:*"),
                    of(
                            "Mitglied Polizei",
                            "mitglied-polizei",
                            "mitglied-polizei",
                            "member:vollversammlung"),
                    of(
                            "Stellvertretung Seniorenbeirat",
                            "stellvertretung-seniorenbeirat",
                            "stellvertretung-seniorenbeirat",
                            "deputy:vollversammlung"),
                    of("Quartierslabor-Team", "labor-team", null, "lab-team:*"),
                    of("Moderation der Beiträge", "moderation", null, "moderator:*"),
                    of("Gast einer Arbeitsgruppe", "gast-arbeitsgruppe", null, "group-guest:*"),
                    of(
                            "Entsendende Stelle (Polizei)",
                            "entsendung-polizei",
                            null,
                            "delegating-institution:polizei"),
                    of(
                            "Bezirksvertretung Innenstadt-Nord",
                            "bv-innenstadt-nord",
                            null,
                            "district-council:innenstadt-nord"),
                    of("Berichtswesen", "berichtswesen", null, "reporter"),
                    of("Ausschuss (ABöOAB)", "ausschuss", null, "committee:abooab"),
                    of("Datenschutzbeauftragte/r", "datenschutz", null, "data-protection"),
                    of(
                            "Fachverfahren eines Dezernats",
                            "fachverfahren",
                            null,
                            "department:dez-recht"),
                    of("Betrieb", "betrieb", null, "operator"),
                    of("Neues Konto, noch ohne Einladung", "neues-konto", null));

    /// The scopes of a department's program: the services that it may call.
    static final List<String> SERVICES = List.of("membership", "session", "lab", "reporting");

    private static DemoPerson of(
            String label, String account, @Nullable String person, String... roles) {
        return new DemoPerson(label, account, person, List.of(roles));
    }

    /// A program of a department, which calls in its own name.
    boolean machine() {
        return roles.stream().anyMatch(role -> role.startsWith("department"));
    }

    /// As it stands in the directory of the login, which knows offices; who is a member or a deputy follows from seats.
    Map<String, Object> entry() {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("account", account);
        entry.put("label", label);
        if (person != null) entry.put("person", person);
        entry.put(
                "roles",
                roles.stream().filter(role -> !role.matches("(member|deputy):.*")).toList());
        return entry;
    }

    Map<String, Object> claims(Instant now) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("sub", account);
        if (person != null) claims.put("person", person);
        claims.put("name", label);
        claims.put("roles", roles);
        if (machine()) claims.put("scope", String.join(" ", SERVICES));
        claims.put("aud", List.of("stadtforum"));
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(VALID).getEpochSecond());
        return claims;
    }

    /// The content of `tokens.json`.
    static List<Map<String, Object>> tokens(TokenKey key, Instant now) {
        return ALL.stream().map(one -> one.token(key, now)).toList();
    }

    private Map<String, Object> token(TokenKey key, Instant now) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("label", label);
        if (person != null) entry.put("person", person);
        entry.put("roles", roles);
        entry.put("token", key.sign(claims(now)));
        return entry;
    }
}
