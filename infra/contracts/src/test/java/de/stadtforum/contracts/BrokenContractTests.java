package de.stadtforum.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadtforum.contracts.Benches.ConstantGone;
import de.stadtforum.contracts.Benches.FactGone;
import de.stadtforum.contracts.Benches.FieldGone;
import de.stadtforum.contracts.Benches.FieldRenamed;
import de.stadtforum.contracts.Benches.MadeOptional;
import de.stadtforum.contracts.Benches.MadeRequired;
import de.stadtforum.contracts.Benches.OptionalFieldAdded;
import de.stadtforum.contracts.Benches.Published;
import de.stadtforum.contracts.Benches.RequiredFieldAdded;
import de.stadtforum.contracts.Benches.Rigid;
import de.stadtforum.contracts.Benches.Talkative;
import de.stadtforum.contracts.Benches.TextMadeConstant;
import de.stadtforum.contracts.Benches.TypeChanged;
import de.stadtforum.contracts.Benches.Wordless;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Each rule about published facts sees an example that breaks it.
class BrokenContractTests {
    private static final String TYPE = "de.stadtforum.bench.bench-painted";
    @TempDir private Path folder;

    private Contract contract(Class<? extends Fact> owner) {
        var words = new Properties();
        words.setProperty("bench", "bank-am-markt");
        words.setProperty("coats", "2");
        words.setProperty("plaque", "Gestiftet von der Nachbarschaft");
        words.setProperty("on", "2024-05-04");
        return new Contract(folder, new Words(words), List.of(owner));
    }

    @BeforeEach
    void publish() {
        contract(Published.BenchFact.class).write();
    }

    static List<Arguments> breakingChanges() {
        return List.of(
                Arguments.of(FieldGone.BenchFact.class, "plaque has vanished"),
                Arguments.of(FieldRenamed.BenchFact.class, "plaque has vanished"),
                Arguments.of(
                        TypeChanged.BenchFact.class,
                        "coats: type was \"integer\" and is \"boolean\""),
                Arguments.of(
                        TextMadeConstant.BenchFact.class,
                        "bench: was a text and is one of the constants [\"GREEN\",\"RED\"]"),
                Arguments.of(RequiredFieldAdded.BenchFact.class, "on is new and must be optional"),
                Arguments.of(MadeRequired.BenchFact.class, "plaque was optional and is required"),
                Arguments.of(MadeOptional.BenchFact.class, "coats was required and is optional"),
                Arguments.of(ConstantGone.BenchFact.class, "colour: the constant RED has vanished"),
                Arguments.of(FactGone.BenchFact.class, "the fact has vanished"));
    }

    @ParameterizedTest
    @MethodSource("breakingChanges")
    void refusesAChangeOfWhatWasPublished(Class<? extends Fact> changed, String why)
            throws IOException {
        var before = Files.readString(folder.resolve("schemas").resolve(TYPE + ".json"));
        assertThat(contract(changed).incompatible()).contains(TYPE + ": " + why);
        assertThatThrownBy(() -> contract(changed).write())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(why);
        assertThat(folder.resolve("schemas").resolve(TYPE + ".json")).hasContent(before);
    }

    @Test
    void aSchemaThatWasTakenAwayDoesNotHideAChange() throws IOException {
        var schema = folder.resolve("schemas").resolve(TYPE + ".json");
        Files.delete(schema);
        assertThat(contract(RequiredFieldAdded.BenchFact.class).incompatible())
                .containsExactly(TYPE + ": its schema was published and is gone");
        assertThatThrownBy(() -> contract(RequiredFieldAdded.BenchFact.class).write())
                .isInstanceOf(IllegalStateException.class);
        assertThat(schema).doesNotExist();
    }

    @Test
    void publishesNothingOfAFactForWhoseSampleAWordIsMissing() {
        assertThatThrownBy(() -> contract(Wordless.BenchFact.class).write())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no value for bench.bench-moved.whither");
        assertThat(folder.resolve("schemas").resolve("de.stadtforum.bench.bench-moved.json"))
                .doesNotExist();
    }

    @Test
    void takesAnOptionalFieldAndAFurtherConstant() {
        var grown = contract(OptionalFieldAdded.BenchFact.class);
        assertThat(grown.incompatible()).isEmpty();
        assertThat(grown.stale()).containsExactly("schema of " + TYPE + " is stale");
        assertThat(grown.faultySamples())
                .containsExactly("the newest sample of " + TYPE + " does not show on");
        grown.write();
        assertThat(grown.stale()).isEmpty();
        assertThat(grown.faultySamples()).isEmpty();
        assertThat(grown.samples().of(TYPE))
                .extracting(Samples.Sample::file)
                .containsExactly(TYPE + "/1.json", TYPE + "/2.json", TYPE + "/3.json");
    }

    @ParameterizedTest
    @CsvSource({
        "BenchClosed, Closed needs a last constant UNKNOWN",
        "BenchMisnamed, Misnamed needs a last constant UNKNOWN",
        "BenchMeasured, no field of type double"
    })
    void refusesAShapeThatCouldNotGrow(String fact, String why) {
        var rigid =
                FactType.factsOf(Rigid.BenchFact.class).stream()
                        .filter(each -> each.getSimpleName().equals(fact))
                        .findFirst()
                        .orElseThrow();
        assertThatThrownBy(() -> Schemas.of(rigid))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void missesASampleOfANewFact() {
        assertThat(contract(Talkative.BenchFact.class).faultySamples())
                .contains("de.stadtforum.bench.bench-booked has no sample");
    }

    @Test
    void missesAFactOfWhichThereAreSamples() {
        assertThat(contract(FactGone.BenchFact.class).faultySamples())
                .contains("samples of " + TYPE + " no longer read: the fact has vanished");
    }

    @Test
    void seesASampleThatNoLongerReads() {
        change("samples/" + TYPE + "/2.json", text -> text.replace(": 2", ": \"zwei\""));
        assertThat(contract(Published.BenchFact.class).faultySamples())
                .anyMatch(fault -> fault.startsWith("sample " + TYPE + "/2.json no longer reads"))
                .anyMatch(fault -> fault.contains("does not fit its schema: /coats"))
                .contains("sample " + TYPE + "/2.json was published and is changed");
    }

    @Test
    void seesASampleThatLosesAValue() {
        change("samples/" + TYPE + "/2.json", text -> text.replace("GREEN", "VIOLET"));
        assertThat(contract(Published.BenchFact.class).faultySamples())
                .anyMatch(fault -> fault.startsWith("sample " + TYPE + "/2.json loses a value"));
    }

    @Test
    void seesASampleThatLacksARequiredField() {
        change("samples/" + TYPE + "/1.json", text -> text.replace("\"bench\"", "\"bank\""));
        assertThat(contract(Published.BenchFact.class).faultySamples())
                .anyMatch(fault -> fault.contains("/1.json does not fit its schema"));
    }

    @Test
    void missesASampleThatWasPublished() throws IOException {
        Files.delete(folder.resolve("samples").resolve(TYPE).resolve("1.json"));
        assertThat(contract(Published.BenchFact.class).faultySamples())
                .containsExactly("sample " + TYPE + "/1.json was published and is gone");
    }

    @Test
    void doesNotTakeASampleThatWasPutThereByHand() throws IOException {
        var samples = folder.resolve("samples").resolve(TYPE);
        Files.copy(samples.resolve("2.json"), samples.resolve("3.json"));
        assertThat(contract(Published.BenchFact.class).faultySamples())
                .containsExactly("sample " + TYPE + "/3.json is not in SHA256SUMS");
    }

    @Test
    void seesAStaleSchema() {
        change("schemas/" + TYPE + ".json", text -> text.replace("4000", "5000"));
        assertThat(contract(Published.BenchFact.class).stale())
                .containsExactly("schema of " + TYPE + " is stale");
    }

    @ParameterizedTest
    @MethodSource("staleDocuments")
    void seesAStaleDocument(String name, String was, String is) {
        GeneratedText.write(folder.resolve("README.md"), GeneratedText.read(Path.of("README.md")));
        var documents = new ContractDocuments(folder, new Samples(Path.of("samples")));
        documents.write();
        assertThat(documents.stale()).isEmpty();
        change(name, text -> text.replace(was, is));
        assertThat(documents.stale()).containsExactly(name + " is stale");
    }

    static List<Arguments> staleDocuments() {
        return List.of(
                Arguments.of("asyncapi.yaml", "partitions: 12", "partitions: 6"),
                Arguments.of("topics.json", "\"partitions\": 12", "\"partitions\": 6"),
                Arguments.of("README.md", "| `VotingFact` | session |", "| `VotingFact` | lab |"));
    }

    @Test
    void seesRoomForPersonalData() {
        assertThat(Privacy.offences(Talkative.BenchFact.class))
                .satisfiesExactly(
                        each -> assertThat(each).contains("bench-booked.contactEmail looks like"),
                        each -> assertThat(each).contains("bench-booked.comments looks like"),
                        each -> assertThat(each).contains("bench-booked.names looks like"),
                        each ->
                                assertThat(each)
                                        .contains("colour-chosen tells how somebody voted"));
    }

    private void change(String file, UnaryOperator<String> change) {
        var text = GeneratedText.read(folder.resolve(file));
        assertThat(change.apply(text)).isNotEqualTo(text);
        GeneratedText.write(folder.resolve(file), change.apply(text));
    }
}
