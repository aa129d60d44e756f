package de.stadtforum.web;

import de.stadtforum.messaging.audit.Audit;
import de.stadtforum.messaging.commands.Reason;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/// The audit for people: who did what when, in words.
@Controller
@ConditionalOnBean(Audit.class)
@RequestMapping("/betrieb/${stadtforum.service}" + AuditReading.PAGE)
class AuditPages {
    private final AuditReading reading;
    private final RefusedTokens refused;
    private final MessageSource words;
    private final String service;

    AuditPages(
            AuditReading reading,
            RefusedTokens refused,
            MessageSource words,
            @Value("${stadtforum.service}") String service) {
        this.reading = reading;
        this.refused = refused;
        this.words = words;
        this.service = service;
    }

    /// What the fields of the form hold.
    record Filter(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String person,
            @Nullable String aggregate) {
        String behind(@Nullable String after, String path) {
            var next = UriComponentsBuilder.fromPath(path);
            if (from != null) next.queryParam("from", from);
            if (to != null) next.queryParam("to", to);
            if (person != null) next.queryParam("person", person);
            if (aggregate != null) next.queryParam("aggregate", aggregate);
            if (after != null) next.queryParam("after", after);
            return next.build().toUriString();
        }
    }

    @May({Role.OPERATOR, Role.DATA_PROTECTION})
    @GetMapping
    String page(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String aggregate,
            @RequestParam(required = false) @Pattern(regexp = AuditApi.CURSOR)
                    @Nullable String after,
            HttpServletRequest request,
            Model model) {
        var filter = new Filter(from, to, id("person", person), id("aggregate", aggregate));
        var page = reading.read(request, from, to, filter.person, filter.aggregate, after);
        var path = "/betrieb/" + service + AuditReading.PAGE;
        model.addAttribute("service", service);
        model.addAttribute("filter", filter);
        model.addAttribute("entries", page.entries());
        model.addAttribute("first", filter.behind(null, path));
        model.addAttribute("later", after != null);
        model.addAttribute("next", page.next() == null ? null : filter.behind(page.next(), path));
        model.addAttribute("retention", reading.retention());
        model.addAttribute("refusedTokens", refused.sinceStart());
        model.addAttribute("words", this);
        return "operations/audit";
    }

    /// A browser sends empty fields as empty texts.
    private static @Nullable String id(String field, @Nullable String given) {
        if (given == null || given.isBlank()) return null;
        if (!given.strip().matches("[a-z0-9][a-z0-9-]{0,63}"))
            throw new BadInput(field, "Kleinbuchstaben, Ziffern und Bindestriche");
        return given.strip();
    }

    /// What was done, such as `Stimme abgegeben`; the type itself where it has no words.
    public String fact(String type) {
        var name = type.replaceFirst("^de\\.stadtforum\\.", "");
        return said("fact." + name, name);
    }

    /// What an operator did, such as `Kopie neu aufgebaut`; method and address where it has no words.
    public String act(String method, String route) {
        var last = route.substring(route.lastIndexOf('/') + 1);
        return said("audit.act." + method + "." + last, method + " " + route);
    }

    /// Why it was refused, in the words that the person read.
    public String rule(@Nullable String rule, int status) {
        if (rule == null) return said("audit.status." + status, "HTTP " + status);
        Reason reason = () -> rule;
        return said("audit.rule." + rule, said(reason.key(), rule));
    }

    private String said(String key, String otherwise) {
        return String.valueOf(words.getMessage(key, null, otherwise, Locale.GERMAN));
    }
}
