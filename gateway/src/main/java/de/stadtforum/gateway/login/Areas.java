package de.stadtforum.gateway.login;

import de.stadtforum.gateway.paths.Declaration.Signpost;
import de.stadtforum.gateway.paths.KnownPaths;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Where somebody's work begins, by the roles of the token, as the services have it put up: signposts, no rights. What a seat gives is known to the
/// services alone.
@Component
class Areas {
    private static final String EVERYBODY = "*";
    private static final Set<String> OPERATORS = Set.of("operator", "data-protection");

    private final KnownPaths paths;
    private final MessageSource words;

    Areas(KnownPaths paths, MessageSource words) {
        this.paths = paths;
        this.words = words;
    }

    /// @param token a JSON Web Token; one of any other kind names no roles
    List<Signpost> of(String token) {
        var roles = rolesOf(token);
        var mine = new ArrayList<Signpost>();
        for (var each : paths.signposts())
            if (each.roles().stream().anyMatch(roles::contains)) mine.add(each);
        if (OPERATORS.stream().anyMatch(roles::contains))
            mine.add(
                    new Signpost(
                            "/betrieb",
                            OPERATORS,
                            words.getMessage("area.betrieb", null, Locale.GERMAN)));
        return mine;
    }

    private static Set<String> rolesOf(String token) {
        var roles = new HashSet<>(Set.of(EVERYBODY));
        var parts = token.split("\\.", -1);
        if (parts.length != 3) return roles;
        try {
            JsonMapper.shared()
                    .readTree(Base64.getUrlDecoder().decode(parts[1]))
                    .path("roles")
                    .valueStream()
                    .map(role -> role.asString("").replaceFirst(":.*", ""))
                    .forEach(roles::add);
        } catch (IllegalArgumentException | JacksonException unreadable) {
            // then it is for everybody
        }
        return roles;
    }

    /// One whose service was not reached yet has no words and is left out.
    static String list(List<Signpost> signposts) {
        return signposts.stream()
                .filter(each -> each.title() != null)
                .map(each ->
                        "<li><a class=\"kern-link\" href=\"%s\">%s</a></li>"
                                .formatted(
                                        HtmlUtils.htmlEscape(each.path(), "UTF-8"),
                                        HtmlUtils.htmlEscape(
                                                String.valueOf(each.title()), "UTF-8")))
                .collect(Collectors.joining("", "<ul class=\"kern-list\">", "</ul>"));
    }
}
