package de.stadtforum.login;

import de.stadtforum.city.City;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.HtmlUtils;

/// The list of people to log in as, with what each may do in words.
@RestController
class ChoicePage {
    private final Supplier<Directory> directory;
    private final String frame;
    private final Properties words;
    private final City city;

    ChoicePage(Supplier<Directory> directory, City city) throws IOException {
        this.city = city;
        this.directory = directory;
        this.frame = new ClassPathResource("page.html").getContentAsString(StandardCharsets.UTF_8);
        this.words =
                PropertiesLoaderUtils.loadProperties(
                        new EncodedResource(
                                new ClassPathResource("roles.properties"), StandardCharsets.UTF_8));
    }

    /// Whoever logs in without having been sent here comes to the forum and is logged in there.
    @GetMapping("/")
    RedirectView home() {
        return new RedirectView(
                URI.create(directory.get().site().redirects().getFirst())
                        .resolve("/anmelden")
                        .toString());
    }

    @GetMapping(path = LoginConfiguration.CHOOSE, produces = MediaType.TEXT_HTML_VALUE)
    String choose(@RequestParam(required = false) @Nullable String nochmal, CsrfToken form) {
        var hidden = hidden(form.getParameterName(), form.getToken());
        var cards =
                directory.get().people().stream()
                        .map(each -> card(each, hidden))
                        .collect(Collectors.joining());
        return frame.replace("{again}", nochmal == null ? "" : words.getProperty("again"))
                .replace("{cards}", cards);
    }

    private String card(Directory.Account account, String hidden) {
        return """
        <form class="sf-card sf-form" method="post" action="%1$s">
        <h2 class="kern-heading-medium">%2$s</h2>
        <p class="kern-body">%3$s</p>
        %4$s%5$s
        <button class="kern-btn kern-btn--primary" type="submit" aria-label="Anmelden: %2$s"><span class="kern-label">Anmelden</span></button>
        </form>
        """
                .formatted(
                        LoginConfiguration.CHOOSE,
                        HtmlUtils.htmlEscape(account.label(), "UTF-8"),
                        HtmlUtils.htmlEscape(may(account), "UTF-8"),
                        hidden("username", account.account()),
                        hidden);
    }

    private String may(Directory.Account account) {
        if (account.roles().isEmpty())
            return words.getProperty(account.person() == null ? "none" : "seat");
        return account.roles().stream()
                .map(role -> role.replaceFirst(":.*", ""))
                .distinct()
                .map(role -> city.words().fill(words.getProperty(role, ""), Locale.GERMAN))
                .collect(Collectors.joining(" "));
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                .formatted(name, HtmlUtils.htmlEscape(value, "UTF-8"));
    }
}
