package de.stadtforum.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/// While the database or the broker is away a caller is asked to come again, wherever in the chain that was noticed: rights are looked
/// up before a handler is found.
final class WhileAway extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(WhileAway.class);
    private final Failures failures;

    WhileAway(Failures failures) {
        this.failures = failures;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            var away = away(failure);
            if (away == null || response.isCommitted()) throw failure;
            LOG.warn("{} waits: {}", request.getMethod(), away.toString());
            response.resetBuffer();
            failures.refuse(request, response, away);
        }
    }

    private static @Nullable Exception away(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause())
            if (each instanceof Exception known && Problems.isAway(known)) return known;
        return null;
    }
}
