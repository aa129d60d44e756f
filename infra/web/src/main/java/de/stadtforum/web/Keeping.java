package de.stadtforum.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;

/// Who may keep an answer: what is read without a token is the same for all residents, so a cache that they share may hold it for a moment; the rest is kept by nobody.
/// A page that gives each visitor something of their own, such as an id in a form, says something else itself.
///
/// Beside it that cache is told of what a page shows something and what a command changed ([CacheTags]), so that the one makes old the other. An answer that
/// says nothing of it is careful: such a command makes old all that is kept of its service, and such a page is made old by each command.
final class Keeping implements HeaderWriter {
    /// In seconds; the last good page may stand in for six hours when the service is away.
    private static final String A_MOMENT = "max-age=0, s-maxage=5, stale-if-error=21600";

    /// Separated by spaces.
    private static final String SHOWS = "Stadtforum-Shows";

    private static final String CHANGES = "Stadtforum-Changes";

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final HeaderWriter nobody = new CacheControlHeadersWriter();

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        tag(request, response);
        if (response.containsHeader(HttpHeaders.CACHE_CONTROL)) return;
        if (forEverybody(request, response))
            response.setHeader(HttpHeaders.CACHE_CONTROL, A_MOMENT);
        else nobody.writeHeaders(request, response);
    }

    private static void tag(HttpServletRequest request, HttpServletResponse response) {
        var tags = RequestContext.tagsOf(request);
        if (tags == null) return;
        if (!READING.contains(request.getMethod())) set(response, CHANGES, tags.changed());
        else if (forEverybody(request, response)) set(response, SHOWS, tags.shown());
    }

    private static void set(HttpServletResponse response, String header, String tags) {
        if (!tags.isEmpty()) response.setHeader(header, tags);
    }

    private static boolean forEverybody(HttpServletRequest request, HttpServletResponse response) {
        return READING.contains(request.getMethod())
                && response.getStatus() == HttpServletResponse.SC_OK
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && request.getHeader(RequestContext.TIME) == null
                && !request.getRequestURI().startsWith("/actuator");
    }
}
