package de.stadtforum.gateway.routes;

import de.stadtforum.gateway.edge.FilePaths;
import de.stadtforum.gateway.edge.LivePaths;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.springframework.cloud.gateway.filter.RouteToRequestUrlFilter;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.GatewayFilterSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/// The one list of paths. What stands nowhere here does not exist for the outside.
@Configuration
class Routes {
    private static final String STYLES = "styles";
    private static final int STYLES_MILLISECONDS = 2_000;

    @Bean
    RouteLocator paths(RouteLocatorBuilder builder, Services services) {
        var routes = builder.routes();
        live(routes, "membership", services.membership(), List.of());
        live(routes, "session", services.session(), LivePaths.OF_SESSION);
        live(routes, "lab", services.lab(), List.of());
        live(routes, "reporting", services.reporting(), List.of());
        route(
                routes,
                "membership",
                services.membership(),
                "/gremien/**",
                "/einladungen/**",
                "/personen/**",
                "/betrieb/membership/**",
                "/api/membership/**");
        files(routes, "session", services.session(), FilePaths.OF_SESSION);
        route(
                routes,
                "session",
                services.session(),
                "/versammlung",
                "/versammlung/suche",
                "/sitzungen/**",
                "/abstimmungen/**",
                "/eingang/**",
                "/empfehlungen/**",
                "/handlungsfelder/**",
                "/arbeitsgruppen/**",
                "/vorlagen/**",
                "/themen/**",
                "/geschaeftsordnung/**",
                "/fragen/**",
                "/betrieb/session/**",
                "/api/session/**");
        route(
                routes,
                "lab",
                services.lab(),
                "/",
                "/labore/**",
                "/suche",
                "/beitraege/**",
                "/konzept/**",
                "/beteiligungsplattform/**",
                "/favicon.ico",
                "/betrieb/lab/**",
                "/api/lab/**");
        route(
                routes,
                "reporting",
                services.reporting(),
                "/berichte/**",
                "/pflichten",
                "/beschluss/**",
                "/abschlussbericht/**",
                "/betrieb/reporting/**",
                "/api/reporting/**");
        styles(routes, services);
        return routes.build();
    }

    private static void route(
            RouteLocatorBuilder.Builder routes, String service, URI address, String... paths) {
        routes.route(
                service,
                route -> route.path(paths).filters(by -> withBreaker(by, service)).uri(address));
    }

    /// Before the route of the same service, which would answer the same paths and wait for less long.
    private static void files(
            RouteLocatorBuilder.Builder routes, String service, URI address, List<String> paths) {
        var name = service + Breakers.OF_FILES;
        routes.route(
                name,
                route ->
                        route.path(paths.toArray(String[]::new))
                                .filters(by -> withBreaker(by, name))
                                .metadata(
                                        RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR,
                                        Breakers.LONGEST_FILE.toMillis())
                                .uri(address));
    }

    /// Before the route of the same service; without a breaker, which would take an answer that stays open for one that does not come.
    private static void live(
            RouteLocatorBuilder.Builder routes, String service, URI address, List<String> paths) {
        var all = new ArrayList<>(paths);
        all.add(LivePaths.ofOperations(service));
        routes.route(
                service + "-live",
                route ->
                        route.path(all.toArray(String[]::new))
                                .and()
                                .method(HttpMethod.GET)
                                .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, -1)
                                .uri(address));
    }

    private static void styles(RouteLocatorBuilder.Builder routes, Services services) {
        var any = new AnyService(services.all());
        var afterTheAddress = RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER + 1;
        routes.route(
                STYLES,
                route ->
                        route.path("/stil/**")
                                .and()
                                .method(HttpMethod.GET, HttpMethod.HEAD)
                                .filters(by -> withBreaker(by, STYLES).filter(any, afterTheAddress))
                                .metadata(
                                        RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR,
                                        STYLES_MILLISECONDS)
                                .uri(services.lab()));
    }

    private static GatewayFilterSpec withBreaker(GatewayFilterSpec filters, String name) {
        return filters.circuitBreaker(
                breaker -> breaker.setName(name).setFallbackUri("forward:/away"));
    }
}
