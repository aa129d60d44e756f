package de.stadtforum.city;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// Settings that follow from the city; whatever an operator sets comes first.
final class CityDefaults implements EnvironmentPostProcessor, Ordered {
    static final String PROPERTY = "stadtforum.city";

    @Override
    public int getOrder() {
        // before the defaults that build upon these
        return Ordered.LOWEST_PRECEDENCE - 10;
    }

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        var city = City.read(environment.getProperty(PROPERTY));
        environment
                .getPropertySources()
                .addLast(
                        new MapPropertySource(
                                "city-defaults", Map.of("stadtforum.operator", city.id())));
    }
}
