package de.stadtforum.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.cfg.MutableConfigOverride;
import tools.jackson.databind.introspect.Annotated;
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
                    .annotationIntrospector(new SealedInterfaces())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .withConfigOverride(List.class, FactMapper::emptyWhereMissing)
                    .withConfigOverride(Set.class, FactMapper::emptyWhereMissing)
                    .withConfigOverride(SortedSet.class, FactMapper::emptyWhereMissing)
                    .withConfigOverride(Map.class, FactMapper::emptyWhereMissing)
                    .withConfigOverride(SortedMap.class, FactMapper::emptyWhereMissing)
                    .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
                    .changeDefaultPropertyInclusion(_ ->
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                    .build();

    private FactMapper() {}

    private static void emptyWhereMissing(MutableConfigOverride collections) {
        collections.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
    }

    public static JsonMapper create() {
        return MAPPER;
    }

    /// Teaches another mapper, such as the one of the web, to read and write sealed interfaces in the same way.
    public static void readSealedInterfaces(JsonMapper.Builder mapper) {
        mapper.annotationIntrospector(new SealedInterfaces());
    }

    private static final class SealedInterfaces extends JacksonAnnotationIntrospector {
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
