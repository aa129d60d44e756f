package de.stadtforum.reporting.obligations;

import de.stadtforum.reporting.entries.Knowledge;
import de.stadtforum.reporting.measures.Evidence;
import de.stadtforum.reporting.measures.Measure;
import de.stadtforum.reporting.measures.Parameters;
import de.stadtforum.reporting.measures.Span;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Something that the resolution asks for, allows or describes, and how it is told whether it came to pass.
///
/// @param quote the sentence, word for word
/// @param list what the sentence lists, word for word
/// @param owes who has to bring it about
/// @param measure null where nothing that the services tell measures it
/// @param thresholds the first whose conditions all hold gives the light
/// @param statements instead of a measure, the oldest first
record Obligation(
        String id,
        String quote,
        List<String> list,
        Strength strength,
        String owes,
        @Nullable Measure<?> measure,
        Parameters parameters,
        List<Threshold> thresholds,
        List<Statement> statements) {
    enum Strength {
        /// ordered, or stated as a fact to bring about
        MUST,
        /// "wird gebeten"
        ASKED,
        /// "soll"
        SHOULD,
        /// "kann"
        MAY,
        /// describes how it works
        IS
    }

    /// What somebody answerable said of something that nothing measures.
    ///
    /// @param by the office
    record Statement(LocalDate on, String by) {}

    record Threshold(Light light, List<Condition> conditions) {}

    /// What a measure found for an obligation.
    ///
    /// @param values what conditions and words name
    record Finding(Light light, SortedMap<String, Object> values, List<Evidence> evidence) {}

    /// Something to be brought about, not a description or a permission.
    boolean obliges() {
        return switch (strength) {
            case MUST, ASKED, SHOULD -> true;
            case MAY, IS -> false;
        };
    }

    /// The last one that was made by then.
    @Nullable Statement statementOn(LocalDate day) {
        return statements.reversed().stream()
                .filter(each -> !each.on.isAfter(day))
                .findFirst()
                .orElse(null);
    }

    /// @throws IllegalArgumentException where the file asks the measure for what it does not give
    Finding on(Knowledge known, Span span) {
        if (measure == null) throw new IllegalStateException(id + " is not measured");
        var found = measure.of(known, span, parameters);
        var values = values(found);
        for (var each : thresholds)
            if (Condition.allHold(each.conditions, values))
                return new Finding(each.light, values, evidence(found));
        throw new IllegalArgumentException("no light for " + values);
    }

    private static SortedMap<String, Object> values(Record found) {
        var values = new TreeMap<String, Object>();
        for (var component : found.getClass().getRecordComponents())
            if (!component.getName().equals("evidence"))
                values.put(component.getName(), value(found, component));
        return values;
    }

    @SuppressWarnings("unchecked")
    private static List<Evidence> evidence(Record found) {
        return Arrays.stream(found.getClass().getRecordComponents())
                .filter(each -> each.getName().equals("evidence"))
                .map(each -> (List<Evidence>) value(found, each))
                .findFirst()
                .orElse(List.of());
    }

    @SuppressWarnings("NullAway")
    private static Object value(Record found, RecordComponent component) {
        try {
            return component.getAccessor().invoke(found);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
