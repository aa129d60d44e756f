package de.stadtforum.lab.districts;

import de.stadtforum.contracts.FactMapper;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;

/// Another city is another folder of data: `stadtforum.data`.
@Configuration(proxyBeanMethods = false)
class CityConfiguration {
    @Bean
    City city(@Value("${stadtforum.data}") String folder, ResourceLoader resources)
            throws IOException {
        try (var districts = resources.getResource(folder + "districts.json").getInputStream()) {
            return FactMapper.create().readValue(districts, City.class);
        }
    }
}
