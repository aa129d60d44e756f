package de.stadtforum.gateway.edge;

import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/// Who asked, and in which language, kept from the request as it came: on its way to a fallback its path changes.
record Asked(boolean byProgram, Locale language) {
    private static final String ATTRIBUTE = Asked.class.getName();
    private static final Pattern ENGLISH = Pattern.compile("(^|&)lang=en(&|$)");

    static Asked in(ServerWebExchange exchange) {
        var known = exchange.<Asked>getAttribute(ATTRIBUTE);
        return known == null ? of(exchange) : known;
    }

    static void keep(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, of(exchange));
    }

    private static Asked of(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var path = request.getPath().value();
        var accept = String.valueOf(request.getHeaders().getFirst(HttpHeaders.ACCEPT));
        var query = request.getURI().getRawQuery();
        return new Asked(
                path.equals("/api")
                        || path.startsWith("/api/")
                        || accept.contains("json") && !accept.contains("html"),
                query != null && ENGLISH.matcher(query).find() ? Locale.ENGLISH : Locale.GERMAN);
    }
}
