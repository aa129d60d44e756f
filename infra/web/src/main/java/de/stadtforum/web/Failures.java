package de.stadtforum.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.databind.json.JsonMapper;

/// Answers every failure: programs get problem details, people a page that says what to do. Never a stack trace.
@Component("failures")
@Order(Ordered.HIGHEST_PRECEDENCE)
class Failures implements HandlerExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /// Where a filter leaves the problem for the error page.
    static final String REFUSED = Failures.class.getName() + ".refused";

    /// Where a filter leaves what was typed: for the error page the body has gone.
    private static final String TYPED = Failures.class.getName() + ".typed";

    /// Where the audit finds the rule that refused a request.
    static final String RULE = Failures.class.getName() + ".rule";

    private final Problems problems;
    private final PageWords pageWords;
    private final RefusedForms forms;
    private final LocaleResolver locales;
    private final JsonMapper mapper;

    Failures(
            Problems problems,
            PageWords pageWords,
            RefusedForms forms,
            LocaleResolver localeResolver,
            JsonMapper mapper) {
        this.problems = problems;
        this.pageWords = pageWords;
        this.forms = forms;
        this.locales = localeResolver;
        this.mapper = mapper;
    }

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception failure) {
        // whoever has gone reads no page
        if (DisconnectedClientHelper.isClientDisconnectedException(failure))
            return new ModelAndView();
        var problem = problems.of(failure, locales.resolveLocale(request));
        if (problem.status().is5xxServerError() && !(failure instanceof Refusal))
            LOG.error("{} {} failed", request.getMethod(), request.getServletPath(), failure);
        if (failure instanceof ErrorResponse standard) // which methods or formats are taken
        standard.getHeaders()
                    .forEach((name, values) ->
                            values.forEach(value -> response.addHeader(name, value)));
        if (!forPrograms(request) && forms.answer(request, response, handler, problem)) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            request.setAttribute(RULE, problem.rule());
            return new ModelAndView();
        }
        return answer(request, response, problem);
    }

    /// The same from a filter, where no page can be rendered yet: the container asks [ErrorPages] for it.
    void refuse(HttpServletRequest request, HttpServletResponse response, Exception failure)
            throws IOException {
        var problem = problems.of(failure, locales.resolveLocale(request));
        head(response, problem);
        if (forPrograms(request)) {
            write(response, request, problem);
        } else {
            request.setAttribute(REFUSED, problem);
            request.setAttribute(TYPED, typed(request, problem));
            response.sendError(problem.status().value());
        }
    }

    ModelAndView answer(HttpServletRequest request, HttpServletResponse response, Problem problem) {
        head(response, problem);
        request.setAttribute(RULE, problem.rule());
        if (forPrograms(request)) {
            write(response, request, problem);
            return new ModelAndView();
        }
        var page = new ModelAndView("problem", problem.status());
        page.addObject("problem", problem);
        var typed = request.getAttribute(TYPED);
        page.addObject("typed", typed == null ? typed(request, problem) : typed);
        page.addAllObjects(pageWords.of(request));
        return page;
    }

    /// What stood in a form that was not taken, because the login ended or the service is away: nothing of it is lost.
    private static List<String> typed(HttpServletRequest request, Problem problem) {
        var form =
                String.valueOf(request.getContentType())
                        .startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
        if (!form
                || request.getMethod().equals("GET")
                || problem.status() == HttpStatus.CONTENT_TOO_LARGE) return List.of();
        try {
            return FilledForm.worthKeeping(
                    request.getParameterMap().values().stream().flatMap(Arrays::stream));
        } catch (IllegalStateException _) {
            // too many fields, or a body that broke off
            return List.of();
        }
    }

    private static void head(HttpServletResponse response, Problem problem) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE)
            response.setHeader(HttpHeaders.RETRY_AFTER, "2");
        if (problem.status() == HttpStatus.UNAUTHORIZED
                && !response.containsHeader(HttpHeaders.WWW_AUTHENTICATE))
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    private static boolean forPrograms(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        var path =
                String.valueOf(
                        request.getAttribute(jakarta.servlet.RequestDispatcher.ERROR_REQUEST_URI)
                                        == null
                                ? request.getRequestURI()
                                : request.getAttribute(
                                        jakarta.servlet.RequestDispatcher.ERROR_REQUEST_URI));
        return path.startsWith("/api/")
                || accept != null
                        && accept.toLowerCase(Locale.ROOT).contains("json")
                        && !accept.contains("html");
    }

    private void write(HttpServletResponse response, HttpServletRequest request, Problem problem) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", problem.status().getReasonPhrase());
        body.put("status", problem.status().value());
        body.put("detail", problem.detail());
        body.put("instance", request.getRequestURI());
        if (problem.rule() != null) body.put("rule", problem.rule());
        if (!problem.errors().isEmpty()) body.put("errors", problem.errors());
        response.setStatus(problem.status().value());
        response.setContentType("application/problem+json");
        try {
            response.getOutputStream().write(mapper.writeValueAsBytes(body));
        } catch (IOException gone) {
            LOG.debug("the caller has gone", gone);
        }
    }
}
