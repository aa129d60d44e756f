package de.stadtforum.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.LocaleResolver;

/// What the layout of every page shows: who is logged in, the notice after a form, language and city.
@ControllerAdvice
class PageWords {
    private final MessageSource words;
    private final LocaleResolver locales;
    private final String city;

    PageWords(
            MessageSource words,
            LocaleResolver localeResolver,
            @Value("${stadtforum.city}") String city) {
        this.words = words;
        this.locales = localeResolver;
        this.city = city;
    }

    @ModelAttribute
    void add(HttpServletRequest request, org.springframework.ui.Model model) {
        model.addAllAttributes(of(request));
    }

    Map<String, Object> of(HttpServletRequest request) {
        var locale = locales.resolveLocale(request);
        var page = new LinkedHashMap<String, Object>();
        page.put("actor", Callers.current());
        page.put("city", city);
        page.put("lang", locale.getLanguage());
        page.put("path", request.getRequestURI());
        var key = Query.value(request, "hinweis");
        page.put("notice", notice(key, locale));
        page.put("refused", String.valueOf(key).startsWith("refusal."));
        return page;
    }

    /// Only words from our own list: nothing that a link brings along is shown.
    private String notice(@Nullable String key, Locale locale) {
        if (key == null || !key.matches("(notice|refusal)\\.[a-z0-9-]{1,60}")) return "";
        return String.valueOf(words.getMessage(key, null, "", locale));
    }
}
