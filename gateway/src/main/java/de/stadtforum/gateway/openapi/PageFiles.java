package de.stadtforum.gateway.openapi;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;

/// Script and styles of the page: ours, and of Swagger UI only the two files that it needs.
@Configuration(proxyBeanMethods = false)
class PageFiles implements WebFluxConfigurer {
    private static final Duration KEPT = Duration.ofDays(1);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/api-seite/**")
                .addResourceLocations("classpath:/static/api-seite/")
                .setCacheControl(CacheControl.maxAge(KEPT).cachePublic());
    }
}
