package de.stadtforum.search;

import static de.stadtforum.search.OpenIndex.BEST;
import static de.stadtforum.search.OpenIndex.NEWEST;
import static de.stadtforum.search.OpenIndex.contribution;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadtforum.messaging.documents.BadCursor;
import de.stadtforum.search.Found.Count;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListTests {
    private static final long DAY = 1_718_150_400_000L;
    @TempDir Path folder;
    private OpenIndex open;

    @BeforeEach
    void twentyFiveOfTheSameDay() {
        open = OpenIndex.in(folder);
        open.put(
                IntStream.rangeClosed(1, 25)
                        .mapToObj(each -> ofTheDay("i" + each))
                        .toArray(Entry[]::new));
    }

    @AfterEach
    void close() {
        open.close();
    }

    private static Entry ofTheDay(String id) {
        return contribution(id, "Hafen", "").number("created", DAY).keyword("district", "Nord");
    }

    static Stream<Sorting> sortings() {
        return Stream.of(
                NEWEST, Sorting.ascending("created"), BEST, Sorting.descending("nobodyHas"));
    }

    private List<String> pages(Question question, int limit, Runnable between) {
        var ids = new ArrayList<String>();
        String cursor = null;
        do {
            var found = open.index().find(question.from(cursor).limit(limit));
            ids.addAll(found.ids());
            cursor = found.next();
            between.run();
        } while (cursor != null);
        return ids;
    }

    @ParameterizedTest
    @MethodSource("sortings")
    void itemsOfTheSameDayAreEachShownOnceAndOneThatArrivesShiftsNothing(Sorting sorting) {
        var question = Question.of(sorting).words("hafen");
        assertThat(pages(question, 10, () -> {})).hasSize(25).doesNotHaveDuplicates();
        var arriving = new ArrayList<>(List.of("i0", "i13b", "zz"));
        var seen =
                pages(
                        question,
                        10,
                        () -> {
                            if (!arriving.isEmpty()) open.put(ofTheDay(arriving.removeFirst()));
                        });
        assertThat(seen)
                .doesNotHaveDuplicates()
                .containsAll(IntStream.rangeClosed(1, 25).mapToObj(each -> "i" + each).toList());
    }

    @ParameterizedTest
    @MethodSource("sortings")
    void smallPagesTogetherAreTheSameListAsLargeOnes(Sorting sorting) {
        var random = new Random(12);
        for (var each = 0; each < 11_000; each++) {
            var title = random.nextInt(3) == 0 ? "Hafen" : "Hafenstraße";
            var entry = contribution("r" + each, title, random.nextInt(9) == 0 ? "Lärm" : "");
            open.index()
                    .put(
                            random.nextInt(50) == 0
                                    ? entry
                                    : entry.number("created", random.nextLong(-99, 4_000)));
        }
        open.index().refresh();
        // more than are counted: only likely parts of it are looked at
        for (var question : List.of(Question.of(sorting), Question.of(sorting).words("hafen"))) {
            var large = pages(question, 200, () -> {});
            assertThat(large).doesNotHaveDuplicates().hasSize(11_025);
            assertThat(pages(question, 150, () -> {})).isEqualTo(large);
        }
    }

    @Test
    void ordersByANumberInBothDirectionsAndWhoHasNoneStandsAtTheEnd() {
        open.put(
                contribution("none", "Brunnen", ""),
                contribution("one", "Brunnen", "").number("created", 1),
                contribution("two", "Brunnen", "").number("created", 2));
        var brunnen = Question.of(NEWEST).words("brunnen");
        assertThat(open.found(brunnen)).containsExactly("two", "one", "none");
        assertThat(open.found(Question.of(Sorting.ascending("created")).words("brunnen")))
                .containsExactly("one", "two", "none");
    }

    @Test
    void filtersByAnyOfSomeValuesAndByRanges() {
        open.put(
                contribution("south", "", "").keyword("district", "Süd").number("created", 5),
                contribution("both", "", "")
                        .keyword("district", "Süd", "West")
                        .number("created", 9));
        var south = Question.of(NEWEST).where(Filter.anyOf("district", "Süd", "Ost"));
        assertThat(open.found(south)).containsExactly("both", "south");
        assertThat(open.found(south.where(Filter.between("created", 6, 9))))
                .containsExactly("both");
        assertThat(open.found(south.where(Filter.anyOf(Entry.KIND, "meeting")))).isEmpty();
        assertThat(open.found(Question.of(NEWEST).where(Filter.anyOf("district")))).isEmpty();
    }

    @Test
    void countsTheValuesOfAKeywordWithinTheQuestion() {
        open.put(
                contribution("a", "Brunnen", "").keyword("district", "Süd", "West"),
                contribution("b", "Brunnen", "").keyword("district", "Süd"));
        var facets =
                open.index().find(Question.of(NEWEST).words("brunnen").facets("district", "state"));
        assertThat(facets.facets())
                .isEqualTo(Map.of("district", Map.of("Süd", 2L, "West", 1L), "state", Map.of()));
        assertThat(open.index().find(Question.of(NEWEST).facets("district")).facets())
                .isEqualTo(Map.of("district", Map.of("Nord", 25L, "Süd", 2L, "West", 1L)));
    }

    @Test
    void countsAreExactToTenThousandAndOnlyMoreAboveIt() {
        for (var each = 25; each < Count.EXACT_TO; each++) open.index().put(ofTheDay("m" + each));
        open.index().refresh();
        var all = Question.of(NEWEST).words("hafen");
        assertThat(open.index().find(all).count()).isEqualTo(new Count(10_000, true));
        var second = all.from(open.index().find(all).next());
        assertThat(open.index().find(second).count()).isEqualTo(new Count(10_000, true));
        open.put(ofTheDay("one more"));
        assertThat(open.index().find(all).count()).isEqualTo(new Count(10_000, false));
        assertThat(open.index().find(Question.of(NEWEST)).count())
                .isEqualTo(new Count(10_000, false));
        assertThat(open.index().find(all.facets("district")).facets()).isEmpty();
        var list = open.index().find(Question.of(NEWEST).facets("district"));
        assertThat(list.count()).isEqualTo(new Count(10_000, false));
        assertThat(list.facets()).isEqualTo(Map.of("district", Map.of("Nord", 10_001L)));
    }

    @Test
    void ofWordsThatMoreHaveThanAreCountedTheOldTitleIsFirstAndNoneIsLeftOut() {
        for (var each = 0; each <= Count.EXACT_TO; each++)
            open.index().put(contribution("m" + each, "", "Brunnen").number("created", 100 + each));
        open.put(contribution("old title", "Brunnen", "").number("created", 1));
        var all = Question.of(Sorting.byRankAndThen("created")).words("brunnen").limit(3);
        var first = open.index().find(all);
        assertThat(first.count()).isEqualTo(new Count(10_000, false));
        assertThat(first.keys())
                .extracting(EntryKey::id)
                .containsExactly("old title", "m10000", "m9999");
        assertThat(open.index().find(all.from(first.next())).keys())
                .extracting(EntryKey::id)
                .containsExactly("m9998", "m9997", "m9996");
        assertThat(pages(all.limit(200), 200, () -> {})).doesNotHaveDuplicates().hasSize(10_002);
    }

    @Test
    void anEntryTakesThePlaceOfTheOneWithItsKeyAndAKeyIsOfItsKind() {
        open.put(contribution("i1", "Brunnen", ""), Entry.of("meeting", "i1").title("Brunnen"));
        assertThat(open.found("brunnen")).containsExactly("i1", "i1");
        assertThat(pages(Question.of(NEWEST).words("hafen"), 10, () -> {})).hasSize(24);
        open.index().remove(new EntryKey("meeting", "i1"));
        open.index().refresh();
        assertThat(open.index().find(Question.of(NEWEST).words("brunnen")).keys())
                .containsExactly(new EntryKey("contribution", "i1"));
    }

    @Test
    void whoChangedSomethingSeesItAtOnce() {
        var change = open.index().put(contribution("mine", "Brunnen", ""));
        assertThat(open.found(Question.of(NEWEST).words("brunnen").seen(change)))
                .containsExactly("mine");
        var gone = open.index().remove(new EntryKey("contribution", "mine"));
        assertThat(open.found(Question.of(NEWEST).words("brunnen").seen(gone))).isEmpty();
    }

    private @Nullable String cursorOf(Question question) {
        return open.index().find(question.limit(10)).next();
    }

    @Test
    void aCursorIsGoodForItsQuestionAloneWhateverItsLimit() {
        var question = Question.of(NEWEST).words("hafen");
        var cursor = cursorOf(question);
        assertThat(open.found(question.from(cursor).limit(100))).hasSize(15);
        for (var other :
                List.of(
                        Question.of(NEWEST),
                        Question.of(NEWEST).words("brunnen"),
                        Question.of(BEST).words("hafen"),
                        Question.of(Sorting.ascending("created")).words("hafen"),
                        question.where(Filter.anyOf("district", "Nord"))))
            assertThatThrownBy(() -> open.index().find(other.from(cursor)))
                    .isInstanceOf(BadCursor.class)
                    .hasMessageContaining("another list");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "ä", "%", "AAAA", "eyJsaXN0IjoxLCJwbGFjZSI6W119"})
    void whatIsNoCursorIsRefused(String cursor) {
        assertThatThrownBy(() -> open.index().find(Question.of(NEWEST).from(cursor)))
                .isInstanceOf(BadCursor.class)
                .hasMessageContaining("not a cursor");
    }

    @Test
    void aForgedATooLongAndAnOldCursorAreRefused() {
        var question = Question.of(NEWEST);
        var bytes = Base64.getUrlDecoder().decode(cursorOf(question));
        for (var each = 0; each < bytes.length; each++) {
            var forged = bytes.clone();
            forged[each] ^= 1;
            var cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(forged);
            assertThatThrownBy(() -> open.index().find(question.from(cursor)))
                    .isInstanceOf(BadCursor.class);
        }
        assertThatThrownBy(() -> open.index().find(question.from("A".repeat(100_000))))
                .isInstanceOf(BadCursor.class)
                .hasMessageContaining("not a cursor");
        assertThatThrownBy(() ->
                        open.index()
                                .find(
                                        question.from(
                                                SearchCursor.signed(
                                                        "\0before"
                                                                .getBytes(
                                                                        StandardCharsets.UTF_8)))))
                .isInstanceOf(BadCursor.class)
                .hasMessageContaining("another version");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 201, -1})
    void aListHasOneToTwoHundredLines(int limit) {
        assertThatThrownBy(() -> Question.of(NEWEST).limit(limit))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
