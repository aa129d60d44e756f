package de.stadtforum.testing;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a record looks like when it is stored: each path with its type, nested records and collections taken apart.
final class Shape {
    private final SortedMap<String, String> paths = new TreeMap<>();
    private final Deque<Class<?>> within = new ArrayDeque<>();

    private Shape() {}

    static SortedMap<String, String> of(Class<?> type) {
        var shape = new Shape();
        shape.record("", type);
        return shape.paths;
    }

    private void record(String path, Class<?> type) {
        if (within.contains(type)) {
            paths.put(path, "again " + type.getSimpleName());
            return;
        }
        within.push(type);
        for (var component : type.getRecordComponents())
            add(
                    path.isEmpty() ? component.getName() : path + "." + component.getName(),
                    component.getGenericType());
        within.pop();
    }

    private void add(String path, Type type) {
        if (type instanceof ParameterizedType of && of.getRawType() instanceof Class<?> raw) {
            var inner = of.getActualTypeArguments();
            if (Map.class.isAssignableFrom(raw)) add(path + "{}", inner[1]);
            else add(path + "[]", inner[0]);
        } else if (type instanceof Class<?> plain) plain(path, plain);
        else paths.put(path, type.getTypeName());
    }

    private void plain(String path, Class<?> type) {
        if (type.isRecord() && type.getRecordComponents().length > 0) record(path, type);
        else if (type.isEnum())
            paths.put(
                    path,
                    Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", ", "one of ", "")));
        else if (type.isSealed())
            for (var kind : type.getPermittedSubclasses())
                plain(path + "<" + kind.getSimpleName() + ">", kind);
        else paths.put(path, type.getSimpleName());
    }
}
