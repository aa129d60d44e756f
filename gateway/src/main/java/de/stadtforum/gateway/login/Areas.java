package de.stadtforum.gateway.login;

import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Where somebody's work begins, by the roles of the token: signposts, no rights. What a seat gives is known to the services alone,
/// so the meetings are there for everybody.
final class Areas {
    private static final Map<String, List<String>> BY_ROLE =
            Map.ofEntries(
                    Map.entry(
                            "secretariat",
                            List.of(
                                    "/eingang",
                                    "/vorlagen",
                                    "/empfehlungen",
                                    "/arbeitsgruppen",
                                    "/themen",
                                    "/fragen",
                                    "/gremien")),
                    Map.entry("chair", List.of("/eingang")),
                    Map.entry("minute-taker", List.of("/eingang")),
                    Map.entry("member", List.of("/eingang", "/arbeitsgruppen")),
                    Map.entry("lab-team", List.of("/beitraege", "/labore")),
                    Map.entry("moderator", List.of("/beitraege")),
                    Map.entry("group-guest", List.of("/arbeitsgruppen")),
                    Map.entry("delegating-institution", List.of("/gremien")),
                    Map.entry("district-council", List.of("/labore")),
                    Map.entry("reporter", List.of("/berichte")),
                    Map.entry("committee", List.of("/empfehlungen", "/berichte")),
                    Map.entry("data-protection", List.of("/personen", "/betrieb")),
                    Map.entry("operator", List.of("/betrieb")));

    private Areas() {}

    /// @param token a JSON Web Token; of any other kind nothing is read
    static SequencedSet<String> of(String token) {
        var paths = new LinkedHashSet<String>();
        var parts = token.split("\\.", -1);
        if (parts.length == 3) {
            try {
                JsonMapper.shared()
                        .readTree(Base64.getUrlDecoder().decode(parts[1]))
                        .path("roles")
                        .valueStream()
                        .map(role -> role.asString("").replaceFirst(":.*", ""))
                        .forEach(role -> paths.addAll(BY_ROLE.getOrDefault(role, List.of())));
            } catch (IllegalArgumentException | JacksonException unreadable) {
                return new LinkedHashSet<>(List.of("/sitzungen"));
            }
        }
        paths.add("/sitzungen");
        return paths;
    }

    static String list(SequencedSet<String> paths, MessageSource words) {
        return paths.stream()
                .map(path ->
                        "<li><a class=\"kern-link\" href=\"%s\">%s</a></li>"
                                .formatted(
                                        path,
                                        HtmlUtils.htmlEscape(
                                                words.getMessage(
                                                        "area"
                                                                + path.replace('/', '.')
                                                                        .toLowerCase(Locale.ROOT),
                                                        null,
                                                        Locale.GERMAN),
                                                "UTF-8")))
                .collect(Collectors.joining("", "<ul class=\"kern-list\">", "</ul>"));
    }
}
