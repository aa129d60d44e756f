package de.stadtforum.web;

import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The description of a service's interface (OpenAPI) lies beside its pages as a file: everybody may read it, and a new release is seen within minutes.
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ServedDescription implements WebMvcConfigurer {
    private static final Duration KEPT = Duration.ofMinutes(5);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/api/*/openapi.json")
                .addResourceLocations("classpath:/static/api/")
                .setCacheControl(CacheControl.maxAge(KEPT).cachePublic());
    }
}
