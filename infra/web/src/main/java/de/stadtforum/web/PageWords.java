package de.stadtforum.web;

import de.stadtforum.city.City;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.LocaleResolver;

/// What the layout of every page shows: who is logged in, where its field searches, the notice after a form, language and city.
@ControllerAdvice
class PageWords {
    /// Below which path of a proxy the links of the page lead.
    static final String PREFIX = "prefix";

    private final MessageSource words;
    private final LocaleResolver locales;
    private final String city;
    private final String search;
    private final PublicAddress address;

    PageWords(
            MessageSource words,
            LocaleResolver localeResolver,
            City city,
            PublicAddress address,
            @Value("${stadtforum.search:/versammlung/suche}") String search) {
        this.words = words;
        this.locales = localeResolver;
        this.city = city.name();
        this.search = search;
        this.address = address;
    }

    @ModelAttribute
    void add(
            HttpServletRequest request,
            HttpServletResponse response,
            org.springframework.ui.Model model) {
        model.addAllAttributes(of(request));
        if (!request.getMethod().equals("GET")) return;
        var key = Notice.take(request, response);
        if (key != null)
            model.addAttribute(
                    "notice", words.getMessage(key, null, "", locales.resolveLocale(request)));
    }

    Map<String, Object> of(HttpServletRequest request) {
        var locale = locales.resolveLocale(request);
        var page = new LinkedHashMap<String, Object>();
        page.put("actor", Callers.current());
        page.put("city", city);
        page.put("lang", locale.getLanguage());
        page.put("en", locale.equals(Locale.ENGLISH) ? "en" : "");
        page.put("path", request.getRequestURI());
        page.put("search", search);
        page.put("notice", "");
        page.put(PREFIX, address.prefix());
        return page;
    }
}
