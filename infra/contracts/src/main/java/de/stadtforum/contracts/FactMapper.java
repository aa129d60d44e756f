package de.stadtforum.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.Executable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedField;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/// The one way in which facts and the state of aggregates are written as JSON and read again.
///
/// Readers are tolerant: an unknown field is passed over, an unknown constant reads as `UNKNOWN`, a missing number is zero, a missing
/// collection is empty and anything else that is missing is null. A property declared as a
/// sealed interface is written with its `kind`, the record's name in kebab case; a fact itself has none, its envelope names it.
public final class FactMapper {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .annotationIntrospector(new Tolerant())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
                    .changeDefaultPropertyInclusion(_ ->
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                    .build();

    private FactMapper() {}

    public static JsonMapper create() {
        return MAPPER;
    }

    /// Teaches another mapper, such as the one of the web, to read and write sealed interfaces in the same way.
    public static void readSealedInterfaces(JsonMapper.Builder mapper) {
        mapper.annotationIntrospector(new SealedInterfaces());
    }

    /// A collection that is missing is empty, but for one that may be null: there it says something that it is missing.
    private static final class Tolerant extends SealedInterfaces {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
            var raw = annotated.getRawType();
            var collection =
                    Collection.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw);
            return collection && !mayBeNull(annotated)
                    ? JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)
                    : super.findSetterInfo(config, annotated);
        }

        private static boolean mayBeNull(Annotated annotated) {
            return switch (annotated) {
                case AnnotatedParameter parameter ->
                        parameter.getOwner().getAnnotated() instanceof Executable owner
                                && owner.getAnnotatedParameterTypes()[parameter.getIndex()]
                                        .isAnnotationPresent(Nullable.class);
                case AnnotatedField field ->
                        field.getAnnotated().getAnnotatedType().isAnnotationPresent(Nullable.class);
                default -> true;
            };
        }
    }

    private static class SealedInterfaces extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
                MapperConfig<?> config, Annotated annotated) {
            if (!isSealed(annotated.getRawType()))
                return super.findPolymorphicTypeInfo(config, annotated);
            return JsonTypeInfo.Value.construct(
                    JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "kind", null, false, true);
        }

        @Override
        public @Nullable List<NamedType> findSubtypes(MapperConfig<?> config, Annotated annotated) {
            if (!isSealed(annotated.getRawType())) return super.findSubtypes(config, annotated);
            var kinds = new ArrayList<NamedType>();
            for (var kind : annotated.getRawType().getPermittedSubclasses())
                kinds.add(new NamedType(kind, FactType.kebab(kind.getSimpleName())));
            return kinds;
        }

        private static boolean isSealed(Class<?> type) {
            return type.isInterface()
                    && type.isSealed()
                    && type.getName().startsWith("de.stadtforum.");
        }
    }
}
