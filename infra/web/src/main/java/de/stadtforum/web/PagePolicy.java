package de.stadtforum.web;

import de.stadtforum.web.live.LivePages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/// What a browser may do on a page: show it. On a page that follows its changes it also runs the one script that does so.
final class PagePolicy implements HeaderWriter {
    private static final String HEADER = "Content-Security-Policy";
    private static final String SHOWN =
            "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String FOLLOWING = SHOWN + "; script-src 'self'; connect-src 'self'";
    private static final String FOLLOWS = PagePolicy.class.getName() + ".follows";

    /// Notes which pages follow their changes.
    static final class OfLivePages implements HandlerInterceptor {
        @Override
        public void postHandle(
                HttpServletRequest request,
                HttpServletResponse response,
                Object handler,
                @Nullable ModelAndView page) {
            if (page != null && page.getModel().containsKey(LivePages.ATTRIBUTE))
                request.setAttribute(FOLLOWS, true);
        }
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(HEADER))
            response.setHeader(HEADER, request.getAttribute(FOLLOWS) == null ? SHOWN : FOLLOWING);
    }
}
