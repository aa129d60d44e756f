package de.stadtforum.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/// Brings a refused form back on its own page: the page is rendered as if it were asked for, then filled with what was typed.
@Component
class RefusedForms {
    private static final Logger LOG = LoggerFactory.getLogger(RefusedForms.class);
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final String SAFE_ID = "[A-Za-z0-9_-]{1,100}";
    private final ObjectProvider<DispatcherServlet> pages;
    private final MessageSource messages;
    private final LocaleResolver locales;
    private final PublicAddress address;

    RefusedForms(
            ObjectProvider<DispatcherServlet> pages,
            MessageSource messages,
            LocaleResolver localeResolver,
            PublicAddress address) {
        this.pages = pages;
        this.messages = messages;
        this.locales = localeResolver;
        this.address = address;
    }

    /// @return whether the form was answered; where not, the problem has a page of its own
    boolean answer(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Problem problem) {
        var answers =
                problem.status() == HttpStatus.BAD_REQUEST
                        || problem.status() == HttpStatus.CONFLICT;
        if (!answers || !(handler instanceof HandlerMethod method)) return false;
        var form = method.getMethodAnnotation(FormOn.class);
        if (form == null) return false;
        try {
            var html = render(request, response, address(form.value(), request));
            if (html == null) return false;
            var typed = new LinkedHashMap<String, List<String>>();
            request.getParameterMap()
                    .forEach((name, values) -> typed.put(name, Arrays.asList(values)));
            typed.remove(FormOwner.FIELD); // the page says for whom it is now
            var filled =
                    FilledForm.on(
                            html,
                            address.prefix() + request.getRequestURI(),
                            typed,
                            problem,
                            words(locales.resolveLocale(request)));
            response.setStatus(problem.status().value());
            response.setContentType("text/html;charset=UTF-8");
            response.getOutputStream().write(filled.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (IOException | ServletException | RuntimeException failed) {
            LOG.warn("the page of a refused form cannot be shown: {}", failed.getClass().getName());
            return false;
        }
    }

    private FilledForm.Words words(Locale locale) {
        return new FilledForm.Words(
                word("form.error", locale),
                word("form.check", locale),
                word("notice.refused", locale),
                word("form.typed", locale));
    }

    private String word(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    private static String address(String pattern, HttpServletRequest request) {
        var question = pattern.indexOf('?');
        var path = expand(question < 0 ? pattern : pattern.substring(0, question), request);
        var address = UriComponentsBuilder.fromPath(path);
        if (question >= 0)
            for (var pair : pattern.substring(question + 1).split("&", -1)) {
                var equals = pair.indexOf('=');
                var value = expand(pair.substring(equals + 1), request);
                if (!value.isEmpty()) address.queryParam(pair.substring(0, equals), value);
            }
        if ("en".equals(Query.value(request, "lang"))) address.queryParam("lang", "en");
        return address.build().toUriString();
    }

    /// Variables are ids; whatever else somebody writes into one leads nowhere.
    private static String expand(String pattern, HttpServletRequest request) {
        return VARIABLE.matcher(pattern)
                .replaceAll(found -> {
                    var value = value(found.group(1), request);
                    return value != null && value.matches(SAFE_ID) ? value : "";
                });
    }

    private static @Nullable String value(String name, HttpServletRequest request) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                        instanceof Map<?, ?> path
                && path.get(name) instanceof String known) return known;
        return request.getParameter(name);
    }

    /// The page as the same person reads it; null where there is none.
    private @Nullable String render(
            HttpServletRequest request, HttpServletResponse response, String address)
            throws IOException, ServletException {
        var page = new Captured(response);
        pages.getObject().service(new PageRequest(request, address), page);
        return page.good ? new String(page.getContentAsByteArray(), StandardCharsets.UTF_8) : null;
    }

    /// Keeps what is written to itself.
    private static final class Captured extends ContentCachingResponseWrapper {
        private boolean good = true;

        Captured(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setStatus(int status) {
            good &= status == 200;
        }

        @Override
        public void sendError(int status) {
            good = false;
        }

        @Override
        public void sendError(int status, String message) {
            good = false;
        }

        @Override
        public void sendRedirect(String location) {
            good = false;
        }
    }

    /// The same person asks for a page: nothing of the form, and nothing that its handler left behind, is in it.
    private static final class PageRequest extends HttpServletRequestWrapper {
        private final String path;
        private final @Nullable String query;
        private final Map<String, String[]> parameters = new LinkedHashMap<>();
        private final Map<String, @Nullable Object> attributes = new HashMap<>();

        PageRequest(HttpServletRequest form, String address) {
            super(form);
            var question = address.indexOf('?');
            path = question < 0 ? address : address.substring(0, question);
            query = question < 0 ? null : address.substring(question + 1);
            UriComponentsBuilder.fromUriString(address)
                    .build()
                    .getQueryParams()
                    .forEach((name, values) ->
                            parameters.put(
                                    name,
                                    values.stream()
                                            .map(value ->
                                                    value == null
                                                            ? ""
                                                            : UriUtils.decode(
                                                                    value, StandardCharsets.UTF_8))
                                            .toArray(String[]::new)));
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public String getRequestURI() {
            return path;
        }

        @Override
        public StringBuffer getRequestURL() {
            return new StringBuffer(path);
        }

        @Override
        public String getServletPath() {
            return path;
        }

        @Override
        public @Nullable String getPathInfo() {
            return null;
        }

        @Override
        public @Nullable String getQueryString() {
            return query;
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }

        @Override
        public int getContentLength() {
            return 0;
        }

        @Override
        public long getContentLengthLong() {
            return 0;
        }

        @Override
        public @Nullable String getParameter(String name) {
            var values = parameters.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Collections.unmodifiableMap(parameters);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(parameters.keySet());
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return parameters.get(name);
        }

        @Override
        public @Nullable Object getAttribute(String name) {
            if (attributes.containsKey(name)) return attributes.get(name);
            return name.startsWith("org.springframework.web.servlet.")
                            || name.startsWith("org.springframework.web.util.")
                    ? null
                    : super.getAttribute(name);
        }

        @Override
        public void setAttribute(String name, @Nullable Object value) {
            attributes.put(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            attributes.put(name, null);
        }
    }
}
