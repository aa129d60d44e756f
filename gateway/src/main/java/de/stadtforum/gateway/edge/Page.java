package de.stadtforum.gateway.edge;

import de.stadtforum.city.City;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/// The frame of the gateway's own pages: it looks like the services' pages, and is readable without any style sheet too.
@Component
class Page {
    static final String POLICY =
            "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// The page on which the interfaces are tried asks them by a script of its own.
    private static final String POLICY_OF_TRYING =
            POLICY + "; script-src 'self'; connect-src 'self'";

    /// So that who reads English finds in English.
    private static final String IN_ENGLISH = "<input type=\"hidden\" name=\"lang\" value=\"en\">";

    /// What leads to a page of this site.
    private static final Pattern LINK = Pattern.compile("\\b(href|action|src)=\"/(?!/)");

    private static final Pattern PLACE = Pattern.compile("\\{([a-z.-]+)}");

    private final String frame;
    private final String city;
    private final String search;
    private final String prefix;
    private final MessageSource words;

    Page(
            @Value("classpath:/templates/page.html") Resource frame,
            City city,
            @Value("${stadtforum.search}") String search,
            @Value("${stadtforum.login.public-url:}") String publicUrl,
            MessageSource words)
            throws IOException {
        this.frame = frame.getContentAsString(StandardCharsets.UTF_8);
        this.city = city.name();
        this.search = search;
        this.prefix = BelowAPrefix.of(publicUrl);
        this.words = words;
    }

    static String policy(String path) {
        return path.equals("/api") ? POLICY_OF_TRYING : POLICY;
    }

    /// @param content safe HTML
    /// @param loggedIn who has an account goes to it, the others to the login
    String of(String title, String content, Locale language, boolean loggedIn) {
        var page = filled(title, content, language, loggedIn);
        return prefix.isEmpty() ? page : LINK.matcher(page).replaceAll("$1=\"" + prefix + "/");
    }

    private String filled(String title, String content, Locale language, boolean loggedIn) {
        return PLACE.matcher(frame)
                .replaceAll(place ->
                        Matcher.quoteReplacement(
                                switch (place.group(1)) {
                                    case "content" -> content;
                                    case "title" -> escaped(title);
                                    case "city" -> escaped(city);
                                    case "login" -> loggedIn ? "/konto" : "/anmelden";
                                    case "login.word" ->
                                            escaped(
                                                    words.getMessage(
                                                            loggedIn
                                                                    ? "account.title"
                                                                    : "site.login",
                                                            null,
                                                            language));
                                    case "search" -> escaped(search);
                                    case "search.language" ->
                                            language == Locale.ENGLISH ? IN_ENGLISH : "";
                                    case "lang" -> language.getLanguage();
                                    case "home" -> language == Locale.ENGLISH ? "/?lang=en" : "/";
                                    case String key ->
                                            escaped(words.getMessage(key, null, language));
                                }));
    }

    static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
