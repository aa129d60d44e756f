package de.stadtforum.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/// German, unless the address asks for English (`?lang=en`): no cookie, and every link can be passed on.
@Component("localeResolver")
class Language implements LocaleResolver {
    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return "en".equals(Query.value(request, "lang")) ? Locale.ENGLISH : Locale.GERMAN;
    }

    @Override
    public void setLocale(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        throw new UnsupportedOperationException("the address says the language");
    }
}
