package de.stadtforum.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Calls (and method references) that a house rule forbids.
final class Accesses {
    private static final List<Class<?>> TELL_NOW =
            List.of(
                    Instant.class,
                    LocalDate.class,
                    LocalDateTime.class,
                    LocalTime.class,
                    OffsetDateTime.class,
                    ZonedDateTime.class,
                    Year.class,
                    YearMonth.class);

    private Accesses() {}

    static DescribedPredicate<JavaAccess<?>> readingTheMachinesClock() {
        return calling(
                "a call that reads the machine's clock",
                target ->
                        owner(target, System.class) && target.getName().equals("currentTimeMillis")
                                || owner(target, Clock.class)
                                        && (target.getName().startsWith("system")
                                                || target.getName().startsWith("tick")
                                                        && !target.getName().equals("tick"))
                                || owner(target, Date.class)
                                        && isConstructor(target)
                                        && parameters(target) == 0
                                || TELL_NOW.stream().anyMatch(type -> owner(target, type))
                                        && target.getName().equals("now")
                                        && target.getRawParameterTypes().stream()
                                                .noneMatch(
                                                        type -> type.isEquivalentTo(Clock.class)));
    }

    static DescribedPredicate<JavaAccess<?>> makingAnUnorderedCollection() {
        return calling(
                "a call that makes a collection without an order",
                target ->
                        (owner(target, HashMap.class) || owner(target, HashSet.class))
                                        && isConstructor(target)
                                || owner(target, Set.class) && moreThanOneElement(target, 1)
                                || owner(target, Map.class) && moreThanOneElement(target, 2)
                                || owner(target, Collectors.class) && collectsWithoutOrder(target));
    }

    private static boolean moreThanOneElement(CodeUnitAccessTarget target, int parametersOfOne) {
        return switch (target.getName()) {
            case "copyOf", "ofEntries" -> true;
            // `Set.of(E...)` has one parameter too, which is an array
            case "of" ->
                    parameters(target) > parametersOfOne
                            || target.getRawParameterTypes().stream()
                                    .anyMatch(type -> type.isArray());
            default -> false;
        };
    }

    private static boolean collectsWithoutOrder(CodeUnitAccessTarget target) {
        return switch (target.getName()) {
            case "toSet", "toUnmodifiableSet", "toUnmodifiableMap" -> true;
            case "toMap" -> parameters(target) < 4; // the fourth gives the map
            case "groupingBy" -> parameters(target) < 3; // so does the one in the middle
            default -> false;
        };
    }

    private static DescribedPredicate<JavaAccess<?>> calling(
            String description, Predicate<CodeUnitAccessTarget> forbidden) {
        return DescribedPredicate.describe(
                description,
                access ->
                        access.getTarget() instanceof CodeUnitAccessTarget target
                                && forbidden.test(target));
    }

    private static boolean owner(CodeUnitAccessTarget target, Class<?> type) {
        return target.getOwner().isEquivalentTo(type);
    }

    private static boolean isConstructor(CodeUnitAccessTarget target) {
        return target.getName().equals("<init>");
    }

    private static int parameters(CodeUnitAccessTarget target) {
        return target.getRawParameterTypes().size();
    }
}
