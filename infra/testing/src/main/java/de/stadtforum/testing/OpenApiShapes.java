package de.stadtforum.testing;

import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.PrimitiveType;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.multipart.MultipartFile;

/// Records, constants and sealed interfaces as our mapper writes and reads them: nothing is optional but what is `@Nullable`,
/// and a sealed interface has its `kind`.
final class OpenApiShapes implements ModelConverter {
    /// Of the bytes of a file.
    static final String BINARY = "binary";

    private static final String KIND = "kind";

    private final OpenApiComments comments;
    private final SortedMap<String, Class<?>> names = new TreeMap<>();

    OpenApiShapes(OpenApiComments comments) {
        this.comments = comments;
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        return of(type.getType(), null, List.of(), context);
    }

    /// @param annotated the same type with what is annotated within it, where that is known
    /// @param here annotations of the place where the type is used
    Schema<?> of(
            Type type,
            java.lang.reflect.@Nullable AnnotatedType annotated,
            List<Annotation> here,
            ModelConverterContext context) {
        var raw = TypeFactory.defaultInstance().constructType(type).getRawClass();
        var schema = bare(raw, type, annotated, context);
        OpenApiRules.apply(schema, here);
        return schema;
    }

    private Schema<?> bare(
            Class<?> raw,
            Type type,
            java.lang.reflect.@Nullable AnnotatedType annotated,
            ModelConverterContext context) {
        if (raw == ResponseEntity.class) return argument(0, type, annotated, context);
        if (Collection.class.isAssignableFrom(raw))
            return typed("array").items(argument(0, type, annotated, context));
        if (Map.class.isAssignableFrom(raw))
            return typed("object")
                    .propertyNames(argument(0, type, annotated, context))
                    .additionalProperties(argument(1, type, annotated, context));
        if (raw == MultipartFile.class || Resource.class.isAssignableFrom(raw))
            return typed("string").format(BINARY);
        if (raw.isEnum()) return constants(raw);
        if (raw == byte[].class || raw == Object.class) return new Schema<>(SpecVersion.V31);
        if (raw.isRecord() && raw.getName().endsWith(".PublicText")) return typed("string");
        if (raw.isRecord()) return record(raw, context);
        if (raw.isInterface() && raw.isSealed()) return oneOf(raw, context);
        var primitive = PrimitiveType.fromType(raw);
        if (primitive == null) throw new AssertionError("no schema for " + type.getTypeName());
        return primitive.createProperty31();
    }

    private Schema<?> argument(
            int index,
            Type type,
            java.lang.reflect.@Nullable AnnotatedType annotated,
            ModelConverterContext context) {
        if (!(type instanceof ParameterizedType parameterized))
            throw new AssertionError(type + " does not say what is in it");
        var within =
                annotated instanceof AnnotatedParameterizedType known
                        ? known.getAnnotatedActualTypeArguments()[index]
                        : null;
        return of(
                parameterized.getActualTypeArguments()[index],
                within,
                within == null ? List.of() : List.of(within.getAnnotations()),
                context);
    }

    private static Schema<?> constants(Class<?> type) {
        Schema<Object> schema = typed("string");
        schema.setEnum(
                Arrays.stream(type.getEnumConstants())
                        .<Object>map(each -> ((Enum<?>) each).name())
                        .toList());
        return schema;
    }

    private Schema<?> record(Class<?> type, ModelConverterContext context) {
        var name = name(type);
        if (!context.getDefinedModels().containsKey(name)) {
            var schema = typed("object");
            context.defineModel(name, schema);
            var comment = comments.of(type);
            if (!comment.text().isEmpty()) schema.setDescription(comment.text());
            for (var component : type.getRecordComponents()) {
                var annotations = annotations(type, component);
                var property =
                        of(
                                component.getGenericType(),
                                component.getAnnotatedType(),
                                annotations,
                                context);
                if (OpenApiRules.has(annotations, "Id") || OpenApiRules.has(annotations, "SeatId"))
                    OpenApiRules.example(property, kebab(component.getName()) + "-1");
                var said = comment.parameters().get(component.getName());
                if (said != null) property.setDescription(said);
                schema.addProperty(component.getName(), property);
                if (!OpenApiRules.has(annotations, "Nullable"))
                    schema.addRequiredItem(component.getName());
            }
        }
        return reference(name);
    }

    private static List<Annotation> annotations(Class<?> type, RecordComponent component) {
        try {
            return OpenApiRules.together(
                    component.getAnnotations(),
                    component.getAnnotatedType().getAnnotations(),
                    type.getDeclaredField(component.getName()).getAnnotations());
        } catch (NoSuchFieldException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private Schema<?> oneOf(Class<?> type, ModelConverterContext context) {
        var name = name(type);
        if (!context.getDefinedModels().containsKey(name)) {
            var schema = new Schema<>(SpecVersion.V31);
            context.defineModel(name, schema);
            var comment = comments.of(type);
            if (!comment.text().isEmpty()) schema.setDescription(comment.text());
            var kinds = new Discriminator().propertyName(KIND);
            for (var member : type.getPermittedSubclasses()) {
                var reference = record(member, context);
                var kind = kebab(member.getSimpleName());
                var shape = Objects.requireNonNull(context.getDefinedModels().get(name(member)));
                Schema<Object> constant = typed("string");
                constant.setEnum(List.of(kind));
                shape.addProperty(KIND, constant);
                shape.addRequiredItem(KIND);
                schema.addOneOfItem(reference);
                kinds.mapping(kind, reference.get$ref());
            }
            schema.setDiscriminator(kinds);
        }
        return reference(name);
    }

    /// `Motion.Recommend` for a nested record.
    private String name(Class<?> type) {
        var name = type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
        var other = names.putIfAbsent(name, type);
        if (other != null && other != type)
            throw new AssertionError(name + " would be the name of " + other + " and of " + type);
        return name;
    }

    private static String kebab(String camel) {
        return camel.replaceAll("(?<=.)(?=\\p{Lu})", "-").toLowerCase(Locale.ROOT);
    }

    private static Schema<Object> typed(String type) {
        var schema = new Schema<Object>(SpecVersion.V31);
        schema.addType(type);
        return schema;
    }

    private static Schema<?> reference(String name) {
        var schema = new Schema<>(SpecVersion.V31);
        schema.set$ref("#/components/schemas/" + name);
        return schema;
    }
}
