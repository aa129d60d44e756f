package de.stadtforum.web;

import de.stadtforum.messaging.context.Author;
import de.stadtforum.messaging.context.CacheTags;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.context.Trace;
import de.stadtforum.messaging.telemetry.Spans;
import de.stadtforum.web.live.LivePages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/// Binds author, trace and, in the demo, the time of the request to the work that it starts; the log's lines carry request and trace.
final class RequestContext extends OncePerRequestFilter {
    static final String TIME = "X-Stadtforum-Time";

    /// So that a page goes out in one piece, with its length.
    private static final int WHOLE_PAGE = 64 * 1024;

    static final String REQUEST = "X-Request-Id";
    private static final String TAGS = CacheTags.class.getName();
    private static final String LOGGED = "request.id";
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private final boolean demo;
    private final Failures failures;
    private final Spans spans;

    RequestContext(boolean demo, Failures failures, Spans spans) {
        this.demo = demo;
        this.spans = spans;
        this.failures = failures;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // a stream of events is held for long, and so would be what it never fills
        if (!request.getRequestURI().endsWith(LivePages.EVENTS)) response.setBufferSize(WHOLE_PAGE);
        var id = given(request.getHeader(REQUEST));
        request.setAttribute(REQUEST, id);
        response.setHeader(REQUEST, id);
        MDC.put(LOGGED, id);
        var step =
                spans.begin(
                        Spans.Kind.SERVER, request.getMethod(), request.getHeader("traceparent"));
        try {
            var time = demo ? time(request.getHeader(TIME)) : null;
            var actor = Callers.current();
            var author =
                    actor.loggedIn()
                            ? Author.loggedIn(actor.account(), actor.person())
                            : Author.RESIDENT;
            Supplier<Boolean> work = () -> go(request, response, chain);
            Supplier<Boolean> timed = time == null ? work : () -> PlatformClock.at(time, work);
            var tags = new CacheTags();
            request.setAttribute(TAGS, tags);
            Trace.follow(step.traceparent(), () -> author.act(() -> tags.collect(timed)));
        } catch (DateTimeException _) {
            failures.refuse(
                    request,
                    response,
                    new BadInput(TIME, "an ISO instant such as 2024-03-05T10:00:00Z"));
        } catch (Failed failed) {
            if (failed.getCause() instanceof ServletException servlet) throw servlet;
            if (failed.getCause() instanceof IOException io) throw io;
            throw failed;
        } finally {
            end(step, request, response);
            MDC.remove(LOGGED);
        }
    }

    private static void end(
            Spans.Step step, HttpServletRequest request, HttpServletResponse response) {
        var route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (route != null) {
            step.name(request.getMethod() + " " + route);
            step.say("http.route", route.toString());
        }
        step.say("http.request.method", request.getMethod());
        step.say("http.response.status_code", response.getStatus());
        step.say("stadtforum.request", String.valueOf(idOf(request)));
        if (response.getStatus() >= 500) step.failed();
        step.close();
    }

    /// Under which the gateway, the log and the audit know this request.
    static @Nullable String idOf(HttpServletRequest request) {
        return request.getAttribute(REQUEST) instanceof String id ? id : null;
    }

    /// What it has read and changed so far; null before it came to its work.
    static @Nullable CacheTags tagsOf(HttpServletRequest request) {
        return request.getAttribute(TAGS) instanceof CacheTags tags ? tags : null;
    }

    private static String given(@Nullable String header) {
        return header != null && SAFE.matcher(header).matches()
                ? header
                : UUID.randomUUID().toString();
    }

    private static @Nullable Instant time(@Nullable String header) {
        if (header == null) return null;
        var time = Instant.parse(header);
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST))
            throw new DateTimeException("no time of this process");
        return time;
    }

    private static boolean go(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
            return true;
        } catch (ServletException | IOException failed) {
            throw new Failed(failed);
        }
    }

    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(Exception cause) {
            super(cause);
        }
    }
}
