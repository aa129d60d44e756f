package de.stadtforum.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

/// What the container itself refuses, said in the same way as everything else.
@Controller
class ErrorPages implements ErrorController {
    private final Failures failures;
    private final Problems problems;
    private final LocaleResolver locales;

    ErrorPages(Failures failures, Problems problems, LocaleResolver localeResolver) {
        this.failures = failures;
        this.problems = problems;
        this.locales = localeResolver;
    }

    @Open
    @RequestMapping("/error")
    @Nullable ModelAndView error(HttpServletRequest request, HttpServletResponse response) {
        var page = failures.answer(request, response, problem(request));
        return page.isEmpty() ? null : page; // for programs it is written already
    }

    private Problem problem(HttpServletRequest request) {
        if (request.getAttribute(Failures.REFUSED) instanceof Problem refused) return refused;
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = HttpStatus.resolve(code instanceof Integer number ? number : 404);
        var locale = locales.resolveLocale(request);
        var failure =
                new org.springframework.web.server.ResponseStatusException(
                        status == null ? HttpStatus.BAD_REQUEST : status);
        return problems.of(failure, locale);
    }
}
