package de.stadtforum.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtforum.city.City;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;

/// The gateway's own pages have the head of the services' pages.
class PageTests {
    /// What the services' pages are made of.
    private static final Path LAYOUT =
            Path.of("../infra/web/src/main/resources/templates/layout.html");

    private static final List<String> SAME =
            List.of(
                    "class",
                    "role",
                    "method",
                    "id",
                    "for",
                    "name",
                    "type",
                    "maxlength",
                    "required");

    private static Document page(Locale language) throws IOException {
        var words = new ResourceBundleMessageSource();
        words.setBasename("messages");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        var frame = new ClassPathResource("templates/page.html");
        return Jsoup.parse(
                new Page(frame, City.shipped(), "/suche", "", words)
                        .of("Titel", "", language, false));
    }

    @Test
    void theSearchFieldIsThatOfTheServices() throws IOException {
        assertThat(searchField(page(Locale.ENGLISH)))
                .isNotEmpty()
                .isEqualTo(searchField(Jsoup.parse(LAYOUT)));
    }

    private static List<String> searchField(Document page) {
        return page.select("header form[role=search], header form[role=search] *").stream()
                .map(each ->
                        each.tagName()
                                + SAME.stream()
                                        .filter(each::hasAttr)
                                        .map(name -> " " + name + "=" + each.attr(name))
                                        .toList())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"de, Suchbegriff, Suchen, 0", "en, Search for, Search, 1"})
    void itSearchesInTheLanguageOfThePage(
            Locale language, String words, String submit, int inEnglish) throws IOException {
        var form = page(language).expectFirst("header form[role=search]");
        assertThat(form.attr("action")).isEqualTo("/suche");
        assertThat(form.expectFirst("label[for=sf-suche]").text()).isEqualTo(words);
        assertThat(form.expectFirst("#sf-suche").attr("placeholder")).isEqualTo(words);
        assertThat(form.expectFirst("button").text()).isEqualTo(submit);
        assertThat(form.select("input[name=lang][value=en]")).hasSize(inEnglish);
    }
}
