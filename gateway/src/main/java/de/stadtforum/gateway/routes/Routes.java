package de.stadtforum.gateway.routes;

import de.stadtforum.gateway.paths.KnownPaths;
import de.stadtforum.gateway.upstreams.Addresses;
import de.stadtforum.gateway.upstreams.Services;
import java.util.List;
import org.springframework.cloud.gateway.filter.RouteToRequestUrlFilter;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.GatewayFilterSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import reactor.core.publisher.Flux;

/// The ways to the services, made anew whenever one of them declares other paths. What stands in no declaration does not exist for the outside.
@Configuration
class Routes {
    private static final int STYLES_MILLISECONDS = 2_000;

    @Bean
    RouteLocator paths(
            RouteLocatorBuilder builder, Services services, Addresses addresses, KnownPaths known) {
        return () ->
                Flux.defer(() -> {
                    var routes = builder.routes();
                    known.all()
                            .forEach((service, said) -> {
                                live(routes, service, services, said.events());
                                files(routes, service, services, said.files());
                                route(routes, service, services, said.paths());
                            });
                    styles(routes, services, addresses);
                    return routes.build().getRoutes();
                });
    }

    private static void route(
            RouteLocatorBuilder.Builder routes,
            String service,
            Services services,
            List<String> paths) {
        routes.route(
                service,
                route ->
                        route.path(paths.toArray(String[]::new))
                                .filters(by ->
                                        toAReplica(withBreaker(by, service), service, services))
                                .uri(services.target(service)));
    }

    /// Before the route of the same service, which would answer the same paths and wait for less long.
    private static void files(
            RouteLocatorBuilder.Builder routes,
            String service,
            Services services,
            List<String> paths) {
        if (paths.isEmpty()) return;
        var name = service + Breakers.OF_FILES;
        routes.route(
                name,
                route ->
                        route.path(paths.toArray(String[]::new))
                                .filters(by -> toAReplica(withBreaker(by, name), service, services))
                                .metadata(
                                        RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR,
                                        Breakers.LONGEST_FILE.toMillis())
                                .uri(services.target(service)));
    }

    /// Before the route of the same service; without a breaker, which would take an answer that stays open for one that does not come.
    private static void live(
            RouteLocatorBuilder.Builder routes,
            String service,
            Services services,
            List<String> paths) {
        if (paths.isEmpty()) return;
        routes.route(
                service + "-live",
                route ->
                        route.path(paths.toArray(String[]::new))
                                .and()
                                .method(HttpMethod.GET)
                                .filters(by -> toAReplica(by, service, services))
                                .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, -1)
                                .uri(services.target(service)));
    }

    private static void styles(
            RouteLocatorBuilder.Builder routes, Services services, Addresses addresses) {
        var any = new AnyService(addresses);
        var afterTheAddress = RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER + 1;
        routes.route(
                KnownPaths.STYLES,
                route ->
                        route.path("/stil/**")
                                .and()
                                .method(HttpMethod.GET, HttpMethod.HEAD)
                                .filters(by ->
                                        withBreaker(by, KnownPaths.STYLES)
                                                .filter(any, afterTheAddress))
                                .metadata(
                                        RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR,
                                        STYLES_MILLISECONDS)
                                .uri(services.target("lab")));
    }

    private static GatewayFilterSpec toAReplica(
            GatewayFilterSpec filters, String service, Services services) {
        return services.isReplicated(service) ? filters.filter(new AnotherReplica()) : filters;
    }

    private static GatewayFilterSpec withBreaker(GatewayFilterSpec filters, String name) {
        return filters.circuitBreaker(
                breaker -> breaker.setName(name).setFallbackUri("forward:/away"));
    }
}
