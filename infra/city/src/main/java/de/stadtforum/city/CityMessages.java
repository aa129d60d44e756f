package de.stadtforum.city;

import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/// The words of pages and refusals, with the city's own in them.
final class CityMessages extends ResourceBundleMessageSource {
    private final Words words;
    private final Map<String, String> filled = new ConcurrentHashMap<>();

    CityMessages(Words words) {
        this.words = words;
    }

    @Override
    protected @Nullable String getStringOrNull(ResourceBundle bundle, String key) {
        var language = bundle.getLocale();
        var said = words.instead(key, super.getStringOrNull(bundle, key), language);
        if (said == null) return null;
        return said.contains("${")
                ? filled.computeIfAbsent(
                        language.getLanguage() + said, _ -> words.fill(said, language))
                : said;
    }
}
