package de.stadtforum.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;

/// Who may keep an answer: what is read without a token is the same for all residents, so a cache that they share may hold it for a moment; the rest is kept by nobody.
/// A page that gives each visitor something of their own, such as an id in a form, says something else itself.
final class Keeping implements HeaderWriter {
    /// In seconds; the last good page may stand in for six hours when the service is away.
    private static final String A_MOMENT = "max-age=0, s-maxage=5, stale-if-error=21600";

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final HeaderWriter nobody = new CacheControlHeadersWriter();

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (response.containsHeader(HttpHeaders.CACHE_CONTROL)) return;
        if (forEverybody(request, response))
            response.setHeader(HttpHeaders.CACHE_CONTROL, A_MOMENT);
        else nobody.writeHeaders(request, response);
    }

    private static boolean forEverybody(HttpServletRequest request, HttpServletResponse response) {
        return READING.contains(request.getMethod())
                && response.getStatus() == HttpServletResponse.SC_OK
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && request.getHeader(RequestContext.TIME) == null
                && !request.getRequestURI().startsWith("/actuator");
    }
}
