package de.stadtforum.web;

import de.stadtforum.messaging.audit.Audit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The audit for programs; reading it is a line of it.
@RestController
@ConditionalOnBean(Audit.class)
@RequestMapping("/api/${stadtforum.service}" + AuditReading.API)
class AuditApi {
    static final String CURSOR = "-?\\d{1,15}\\.[0-9a-f-]{36}";
    private final AuditReading reading;

    AuditApi(AuditReading reading) {
        this.reading = reading;
    }

    /// Reads who did what when, newest first.
    @May({Role.OPERATOR, Role.DATA_PROTECTION})
    @GetMapping
    AuditReading.Page audit(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable LocalDate to,
            @RequestParam(required = false) @Id @Nullable String person,
            @RequestParam(required = false) @Id @Nullable String aggregate,
            @RequestParam(required = false) @Pattern(regexp = CURSOR) @Nullable String after,
            HttpServletRequest request) {
        return reading.read(request, from, to, person, aggregate, after);
    }
}
