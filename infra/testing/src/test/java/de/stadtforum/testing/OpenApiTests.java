package de.stadtforum.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverterContextImpl;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What records, constraints and comments become in the description of an interface.
class OpenApiTests {
    @Retention(RetentionPolicy.RUNTIME)
    @Pattern(regexp = "[a-z]+")
    @interface Composed {}

    @Retention(RetentionPolicy.RUNTIME)
    @interface Line {
        int max();
    }

    @Retention(RetentionPolicy.RUNTIME)
    @interface PastDay {}

    @Retention(RetentionPolicy.RUNTIME)
    @interface PlannedMoment {}

    /// @param title in one line
    record Plan(
            @NotNull @Line(max = 300) String title,
            @NotNull @PastDay LocalDate told,
            @NotNull @PlannedMoment Instant begins) {}

    enum Colour {
        RED,
        UNKNOWN
    }

    /// What is asked for.
    /// It is described in two lines, with a link to [java.time.LocalDate].
    ///
    /// @param day on which it is to be
    record Wish(
            @NotNull LocalDate day,
            @Composed @Nullable String letters,
            @Size(min = 1, max = 3) List<@Min(0) @Max(9) Integer> digits,
            SortedMap<Colour, Way> ways) {}

    /// How it may go.
    sealed interface Way {
        record ByFoot(int kilometres) implements Way {}

        record ByLongTrain() implements Way {}
    }

    private final OpenApiComments comments = new OpenApiComments(List.of(Path.of("src/test/java")));
    private final OpenApiShapes shapes = new OpenApiShapes(comments);
    private final ModelConverterContextImpl context =
            new ModelConverterContextImpl(List.of(shapes));

    private Schema<?> shape(Class<?> type) {
        var reference = context.resolve(new AnnotatedType(type)).get$ref();
        return Objects.requireNonNull(
                context.getDefinedModels()
                        .get(reference.substring(reference.lastIndexOf('/') + 1)));
    }

    private Schema<?> property(String name) {
        return (Schema<?>) shape(Wish.class).getProperties().get(name);
    }

    @Test
    void nothingIsOptionalButWhatMayBeNull() {
        assertThat(shape(Wish.class).getRequired()).containsExactly("day", "digits", "ways");
    }

    @Test
    void constraintsAreLimitsAlsoWithinAList() {
        assertThat(property("letters").getPattern()).isEqualTo("^(?:[a-z]+)$");
        assertThat(property("digits").getMinItems()).isEqualTo(1);
        assertThat(property("digits").getMaxItems()).isEqualTo(3);
        assertThat(property("digits").getItems().getMaximum()).isEqualTo("9");
    }

    @Test
    void linesAndDaysSayWhatTheyTake() {
        var plan = shape(Plan.class).getProperties();
        var title = (Schema<?>) plan.get("title");
        assertThat(title.getMinLength()).isOne();
        assertThat(title.getMaxLength()).isEqualTo(300);
        assertThat("zwei\u0000Teile").doesNotMatch(title.getPattern());
        assertThat("Straßenbeleuchtung").matches(title.getPattern());
        for (var day : List.of("told", "begins")) {
            var pattern = ((Schema<?>) plan.get(day)).getPattern();
            assertThat("2024-03-05T17:00:00Z").as(day).containsPattern(pattern);
            assertThat("1924-03-05").as(day).doesNotContainPattern(pattern);
        }
        assertThat(((Schema<?>) plan.get("told")).getExamples().toString()).contains("2024-03-05");
    }

    @Test
    void commentsDescribeTypesAndComponents() {
        assertThat(shape(Wish.class).getDescription())
                .isEqualTo(
                        "What is asked for. It is described in two lines, with a link to `LocalDate`.");
        assertThat(property("day").getDescription()).isEqualTo("on which it is to be");
    }

    @Test
    void aSealedInterfaceIsOneOfItsKinds() {
        var way = shape(Way.class);
        assertThat(way.getDiscriminator().getPropertyName()).isEqualTo("kind");
        assertThat(way.getDiscriminator().getMapping().keySet())
                .containsExactly("by-foot", "by-long-train");
        assertThat(shape(Way.ByFoot.class).getRequired()).contains("kind", "kilometres");
    }

    @Test
    void whatCannotBeDescribedIsSaid() {
        assertThatThrownBy(() -> context.resolve(new AnnotatedType(Thread.class)))
                .hasMessageContaining("no schema for java.lang.Thread");
    }
}
