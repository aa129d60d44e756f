package de.stadtforum.web;

import com.mongodb.MongoException;
import de.stadtforum.messaging.audit.Audit;
import de.stadtforum.messaging.audit.AuditLine.Asked;
import de.stadtforum.messaging.audit.AuditLine.Outcome;
import de.stadtforum.messaging.context.Effects;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// Files every command of somebody with a login that the journal does not tell, refused ones included, before it is answered.
/// Of the content nothing is kept: the pattern of the address, the ids in it, and the rule.
final class AuditTrail extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
    private static final String ABOUT = AuditTrail.class.getName() + ".about";
    private static final String ID = "[a-z0-9][a-z0-9-]{0,63}";
    private final Audit audit;
    private final Failures failures;

    AuditTrail(Audit audit, Failures failures) {
        this.audit = audit;
        this.failures = failures;
    }

    /// What a request is about beside the ids in its address.
    static void about(HttpServletRequest request, String name, @Nullable String id) {
        var about =
                request.getAttribute(ABOUT) instanceof Map<?, ?> known
                        ? known
                        : new TreeMap<String, String>();
        var more = new TreeMap<String, String>();
        about.forEach((key, value) -> more.put((String) key, (String) value));
        if (id != null) more.put(name, id);
        request.setAttribute(ABOUT, more);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Callers.current().loggedIn() || !(unsafe(request) || readsAudit(request));
    }

    private static boolean unsafe(HttpServletRequest request) {
        return switch (request.getMethod()) {
            case "GET", "HEAD", "OPTIONS", "TRACE" -> false;
            default -> true;
        };
    }

    private static boolean readsAudit(HttpServletRequest request) {
        var rest = request.getPathInfo();
        var path =
                request.getServletPath()
                        + (rest == null ? "" : rest); // decoded: no spelling of the address escapes
        return path.startsWith("/api/") && path.endsWith(AuditReading.API)
                || path.startsWith("/betrieb/") && path.endsWith(AuditReading.PAGE);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        var effects = new Effects();
        Supplier<@Nullable Exception> work = () -> failure(request, answer, chain);
        var failure = effects.watch(work);
        if (failure instanceof ServletException servlet) throw servlet;
        if (failure instanceof IOException io) throw io;
        try {
            file(request, answer, effects);
        } catch (MongoException away) { // nothing is answered that was not filed; it may come again
            LOG.warn("the audit cannot be written: {}", away.toString());
            answer.reset();
            failures.refuse(request, answer, away);
        }
        answer.copyBodyToResponse();
    }

    private static @Nullable Exception failure(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
            return null;
        } catch (ServletException | IOException failed) {
            return failed;
        }
    }

    private void file(HttpServletRequest request, HttpServletResponse answer, Effects effects) {
        var status = answer.getStatus();
        if (status == HttpStatus.SERVICE_UNAVAILABLE.value()) return; // nothing was decided
        var rule = rule(request);
        var refused = status >= 400 || rule != null;
        if (!refused && effects.told()) return; // the journal has it
        audit.file(
                refused ? Outcome.REFUSED : unsafe(request) ? Outcome.ACCEPTED : Outcome.READ,
                new Asked(
                        request.getMethod(),
                        route(request),
                        ids(request),
                        status,
                        rule,
                        RequestContext.idOf(request)));
    }

    private static String route(HttpServletRequest request) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "-" : pattern.toString();
    }

    /// Only what is an id: whoever writes something else into an address leaves no trace of it.
    private static SortedMap<String, String> ids(HttpServletRequest request) {
        var ids = new TreeMap<String, String>();
        for (var source : new String[] {HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, ABOUT})
            if (request.getAttribute(source) instanceof Map<?, ?> known)
                known.forEach((name, id) -> {
                    if (name instanceof String key
                            && id instanceof String value
                            && value.matches(ID)) ids.put(key, value);
                });
        return ids;
    }

    private static @Nullable String rule(HttpServletRequest request) {
        return request.getAttribute(Failures.RULE) instanceof String rule ? rule : null;
    }
}
