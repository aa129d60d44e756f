package de.stadtforum.city;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.util.StringUtils;

/// Another city is another folder: `stadtforum.city`.
@AutoConfiguration(before = MessageSourceAutoConfiguration.class)
class CityAutoConfiguration {
    @Bean
    City city(@Value("${" + CityDefaults.PROPERTY + ":}") String location) {
        return City.read(location);
    }

    @Bean
    MessageSource messageSource(
            City city, @Value("${spring.messages.basename:messages}") String files) {
        var messages = new CityMessages(city.words());
        messages.setBasenames(StringUtils.commaDelimitedListToStringArray(files));
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
