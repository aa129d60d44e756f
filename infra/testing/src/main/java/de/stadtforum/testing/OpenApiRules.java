package de.stadtforum.testing;

import io.swagger.v3.oas.models.media.Schema;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.core.annotation.AnnotationUtils;

/// The limits of Bean Validation and of our own constraints, as a schema says them.
final class OpenApiRules {
    private static final String CONTROL =
            "\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f";

    /// Not blank and without control characters, as `@Text` wants it.
    private static final String TEXT = "^[^%1$s]*[^\\s%1$s][^%1$s]*$".formatted(CONTROL);

    private OpenApiRules() {}

    static void apply(Schema<?> schema, List<Annotation> annotations) {
        for (var each : constraints(annotations)) {
            switch (each.annotationType().getSimpleName()) {
                case "Id" -> example(schema, "example-1");
                case "Text", "Line" -> {
                    example(schema, "Text");
                    schema.setPattern(TEXT);
                    schema.setMinLength(1);
                    schema.setMaxLength(number(each, "max"));
                }
                case "Pattern" ->
                        schema.setPattern(
                                "^(?:%s)$".formatted(AnnotationUtils.getValue(each, "regexp")));
                case "Size" -> size(schema, number(each, "min"), number(each, "max"));
                case "NotBlank" -> schema.setPattern("\\S");
                case "NotEmpty" -> size(schema, 1, Integer.MAX_VALUE);
                case "Min" -> schema.setMinimum(limit(each));
                case "Max" -> schema.setMaximum(limit(each));
                case "Positive" -> schema.setMinimum(BigDecimal.ONE);
                case "PositiveOrZero" -> schema.setMinimum(BigDecimal.ZERO);
                case "PastDay", "PastMoment", "PlannedDay", "PlannedMoment" -> {
                    schema.setPattern("^20[0-9]{2}-");
                    example(
                            schema,
                            "date".equals(schema.getFormat())
                                    ? "2024-03-05"
                                    : "2024-03-05T17:00:00Z");
                }
                case "Known", "NotUnknown" -> withoutUnknown(schema);
                default -> {}
            }
        }
    }

    /// Who tries something starts with a value that makes sense.
    @SuppressWarnings({"unchecked", "rawtypes"})
    static void example(Schema schema, String value) {
        schema.setExamples(List.of(value));
    }

    /// Those that a constraint is composed of come with it: `@Id` is a pattern.
    private static List<Annotation> constraints(List<Annotation> annotations) {
        var all = new ArrayList<Annotation>();
        for (var each : annotations) {
            all.add(each);
            for (var part : each.annotationType().getAnnotations())
                if (part.annotationType().getName().startsWith("jakarta.validation.constraints."))
                    all.add(part);
        }
        return all;
    }

    private static void size(Schema<?> schema, int min, int max) {
        var most = max == Integer.MAX_VALUE ? null : max;
        var least = min == 0 ? null : min;
        switch (String.valueOf(schema.getTypes())) {
            case "[array]" -> {
                schema.setMinItems(least);
                schema.setMaxItems(most);
            }
            case "[object]" -> {
                schema.setMinProperties(least);
                schema.setMaxProperties(most);
            }
            default -> {
                schema.setMinLength(least);
                schema.setMaxLength(most);
            }
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void withoutUnknown(Schema schema) {
        if (schema.getEnum() != null)
            schema.setEnum(
                    ((List<Object>) schema.getEnum())
                            .stream().filter(each -> !Objects.equals(each, "UNKNOWN")).toList());
    }

    private static int number(Annotation annotation, String attribute) {
        return (int) Objects.requireNonNull(AnnotationUtils.getValue(annotation, attribute));
    }

    private static BigDecimal limit(Annotation annotation) {
        return BigDecimal.valueOf(
                (long) Objects.requireNonNull(AnnotationUtils.getValue(annotation)));
    }

    /// All that stand at a parameter, a component or a type argument.
    static List<Annotation> together(Annotation[]... places) {
        return Arrays.stream(places).flatMap(Arrays::stream).distinct().toList();
    }

    static boolean has(List<Annotation> annotations, String name) {
        return annotations.stream()
                .anyMatch(each -> each.annotationType().getSimpleName().equals(name));
    }
}
