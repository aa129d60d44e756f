package de.stadtforum.web;

import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Reason;
import de.stadtforum.messaging.documents.BadCursor;
import de.stadtforum.messaging.documents.Transient;
import de.stadtforum.messaging.log.BrokerUnavailable;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Finds the field and the rule behind whatever went wrong with a request.
@Component
class Problems {
    private final MessageSource words;

    Problems(MessageSource words) {
        this.words = words;
    }

    Problem of(Throwable failure, Locale locale) {
        return switch (failure) {
            case Refusal refusal -> refused(refusal.reason(), locale);
            case Denied denied -> denied(denied, locale);
            case Missing _ -> said(HttpStatus.NOT_FOUND, "NOT_FOUND", "problem.missing", locale);
            case FormOwner.Changed _ ->
                    said(HttpStatus.CONFLICT, "SOMEBODY_ELSE", "problem.somebody-else", locale);
            case BadInput input ->
                    fields(
                            List.of(new Problem.Field(input.field(), "BadInput", input.rule())),
                            locale);
            case BadCursor cursor -> fields(List.of(of(cursor, locale)), locale);
            case BodyLimit.TooLarge _ ->
                    said(HttpStatus.CONTENT_TOO_LARGE, "TOO_LARGE", "problem.too-large", locale);
            case MaxUploadSizeExceededException _ ->
                    said(
                            HttpStatus.CONTENT_TOO_LARGE,
                            "TOO_LARGE",
                            "problem.file-too-large",
                            locale);
            case MultipartException _ -> said(HttpStatus.BAD_REQUEST, null, "problem.body", locale);
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable, locale);
            case MethodArgumentNotValidException invalid ->
                    fields(of(invalid.getBindingResult()), locale);
            case BindException invalid -> fields(of(invalid.getBindingResult()), locale);
            case HandlerMethodValidationException invalid -> fields(of(invalid), locale);
            case ConstraintViolationException invalid -> fields(of(invalid), locale);
            case MissingServletRequestParameterException missing ->
                    fields(List.of(field(missing.getParameterName(), "NotNull", locale)), locale);
            case MethodArgumentTypeMismatchException mismatch ->
                    fields(List.of(typed(mismatch.getName(), mismatch, locale)), locale);
            case RequestRejectedException _, InvalidPropertyException _ ->
                    standard(HttpStatus.BAD_REQUEST, locale);
            case ErrorResponse response -> standard(response.getStatusCode(), locale);
            case InvalidParameterException invalid ->
                    standard(HttpStatusCode.valueOf(invalid.getErrorCode()), locale);
            case Throwable away when isAway(away) ->
                    standard(HttpStatus.SERVICE_UNAVAILABLE, locale);
            default -> said(HttpStatus.INTERNAL_SERVER_ERROR, null, "problem.internal", locale);
        };
    }

    /// The database or the broker is away, elects another leader or does not answer in time: it may come again.
    static boolean isAway(Throwable failure) {
        return failure instanceof BrokerUnavailable || Transient.is(failure);
    }

    private Problem refused(Reason reason, Locale locale) {
        var status =
                switch (reason) {
                    case Decision.Refusal.NOT_FOUND -> HttpStatus.NOT_FOUND;
                    case Decision.Refusal.BUSY, Decision.Refusal.NOT_WRITABLE ->
                            HttpStatus.SERVICE_UNAVAILABLE;
                    case Decision.Refusal.TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
                    default -> HttpStatus.CONFLICT;
                };
        var field = reason.field();
        var said = word(reason.key(), locale);
        return new Problem(
                status,
                reason.name(),
                said,
                field == null ? List.of() : List.of(new Problem.Field(field, reason.name(), said)));
    }

    /// Says why, and who may.
    private Problem denied(Denied denied, Locale locale) {
        var key =
                denied.loginNeeded()
                        ? "problem.login-needed"
                        : denied.elsewhere().isEmpty()
                                ? "problem.role-needed"
                                : "problem.role-needed-here";
        return Problem.of(
                denied.loginNeeded() ? HttpStatus.UNAUTHORIZED : HttpStatus.FORBIDDEN,
                denied.loginNeeded() ? "LOGIN_NEEDED" : "ROLE_NEEDED",
                word(
                        denied.roles().isEmpty() ? key + "-nobody" : key,
                        locale,
                        sentence(denied.roles(), locale),
                        words(denied.elsewhere(), locale)));
    }

    /// As in a sentence: `die Moderation und das Team der Quartierslabore`.
    private String sentence(List<Role> roles, Locale locale) {
        var all = roles.stream().map(role -> word("role.for." + role.claim(), locale)).toList();
        if (all.size() < 2) return String.join("", all);
        return String.join(", ", all.subList(0, all.size() - 1))
                + word("problem.and", locale)
                + all.getLast();
    }

    private String words(List<Role> roles, Locale locale) {
        return String.join(
                ", ", roles.stream().map(role -> word("role." + role.claim(), locale)).toList());
    }

    private Problem unreadable(HttpMessageNotReadableException unreadable, Locale locale) {
        if (unreadable.getRootCause() instanceof BodyLimit.TooLarge large) return of(large, locale);
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnrecognizedPropertyException unknown)
                return fields(List.of(field(path(unknown), "Unknown", locale)), locale);
            if (cause instanceof InvalidFormatException format)
                return fields(List.of(typed(path(format), format.getTargetType(), locale)), locale);
            if (cause instanceof InputCoercionException bounds && !path(bounds).isEmpty())
                return fields(List.of(typed(path(bounds), bounds.getTargetType(), locale)), locale);
            if (cause instanceof StreamReadException malformed) {
                var at = malformed.getLocation();
                return Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "Json",
                        word("problem.json", locale, at.getLineNr(), at.getColumnNr()));
            }
            if (cause instanceof JacksonException mismatch && !path(mismatch).isEmpty())
                return fields(List.of(field(path(mismatch), "Type", locale)), locale);
        }
        return said(HttpStatus.BAD_REQUEST, "Body", "problem.body", locale);
    }

    private static String path(JacksonException failure) {
        var path = new StringBuilder();
        for (var step : failure.getPath()) {
            if (step.getPropertyName() == null)
                path.append('[').append(step.getIndex()).append(']');
            else path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
        }
        return path.toString();
    }

    private Problem.Field typed(String field, Class<?> type, Locale locale) {
        var choices =
                type.isEnum()
                        ? word(
                                "rule.one-of",
                                locale,
                                String.join(
                                        ", ",
                                        Arrays.stream(type.getEnumConstants())
                                                .map(Object::toString)
                                                .filter(each -> !each.equals("UNKNOWN"))
                                                .toList()))
                        : word("rule.type." + type.getSimpleName(), locale);
        return new Problem.Field(field, "Type", choices);
    }

    private Problem.Field typed(String field, TypeMismatchException mismatch, Locale locale) {
        var type = mismatch.getRequiredType();
        return typed(field, type == null ? Object.class : type, locale);
    }

    private List<Problem.Field> of(BindingResult result) {
        return result.getFieldErrors().stream().map(this::of).toList();
    }

    private Problem.Field of(FieldError error) {
        var rule = error.getCode() == null ? "Rule" : error.getCode();
        if (error.isBindingFailure())
            return error.contains(TypeMismatchException.class)
                    ? typed(
                            error.getField(),
                            error.unwrap(TypeMismatchException.class),
                            Locale.GERMAN)
                    : field(error.getField(), "Type", Locale.GERMAN);
        return new Problem.Field(error.getField(), rule, String.valueOf(error.getDefaultMessage()));
    }

    private List<Problem.Field> of(HandlerMethodValidationException invalid) {
        var fields = new ArrayList<Problem.Field>();
        for (var result : invalid.getParameterValidationResults()) {
            if (result instanceof ParameterErrors errors)
                errors.getFieldErrors().forEach(error -> fields.add(of(error)));
            else
                for (MessageSourceResolvable error : result.getResolvableErrors())
                    fields.add(
                            new Problem.Field(
                                    String.valueOf(result.getMethodParameter().getParameterName()),
                                    rule(error),
                                    String.valueOf(error.getDefaultMessage())));
        }
        return fields;
    }

    private Problem.Field of(BadCursor cursor, Locale locale) {
        var key = "rule.cursor." + cursor.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Problem.Field("cursor", "Cursor", word(key, locale));
    }

    private static String rule(MessageSourceResolvable error) {
        var codes = error.getCodes();
        return codes == null || codes.length == 0 ? "Rule" : codes[codes.length - 1];
    }

    private static List<Problem.Field> of(ConstraintViolationException invalid) {
        return invalid.getConstraintViolations().stream()
                .map(each ->
                        new Problem.Field(
                                each.getPropertyPath().toString(),
                                each.getConstraintDescriptor()
                                        .getAnnotation()
                                        .annotationType()
                                        .getSimpleName(),
                                each.getMessage()))
                .sorted(java.util.Comparator.comparing(Problem.Field::field))
                .toList();
    }

    private Problem.Field field(String field, String rule, Locale locale) {
        return new Problem.Field(
                field, rule, word("rule." + rule.toLowerCase(Locale.ROOT), locale));
    }

    private Problem fields(List<Problem.Field> fields, Locale locale) {
        var sorted = fields.stream().sorted(Comparator.comparing(Problem.Field::field)).toList();
        return new Problem(
                HttpStatus.BAD_REQUEST, "INVALID", word("problem.fields", locale), sorted);
    }

    private Problem standard(HttpStatusCode code, Locale locale) {
        var status = HttpStatus.valueOf(code.value());
        return said(status, status.name(), "problem." + status.value(), locale);
    }

    private Problem said(HttpStatus status, @Nullable String rule, String key, Locale locale) {
        return Problem.of(status, rule, word(key, locale));
    }

    private String word(String key, Locale locale, Object... arguments) {
        var fallback = key.startsWith("refusal.") ? key : "problem.other";
        var text = words.getMessage(key, arguments, "", locale);
        if (text != null && !text.isEmpty()) return text;
        return String.valueOf(words.getMessage(fallback, arguments, key, locale));
    }
}
