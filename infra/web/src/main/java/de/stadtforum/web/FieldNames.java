package de.stadtforum.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerInterceptor;

/// A form sends fields that a form can have: `title`, `choices[seat-1]`, `confirmed[12]`. Whoever forges others is told so before they are bound.
final class FieldNames implements HandlerInterceptor {
    private static final Pattern NAME =
            Pattern.compile(
                    "[A-Za-z][\\w.-]{0,99}(\\[(|1?\\d{1,2}|2[0-4]\\d|25[0-5]|[a-z][\\w:-]{0,80})])?");

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var form =
                String.valueOf(request.getContentType())
                        .startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
        if (!form || request.getMethod().equals("GET")) return true;
        for (var name : request.getParameterMap().keySet())
            if (!NAME.matcher(name).matches())
                throw new BadInput("", "Das Formular enthält ein Feld, das es nicht gibt.");
        return true;
    }
}
