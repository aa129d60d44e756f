package de.stadtforum.messaging.commands;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import de.stadtforum.contracts.session.VotingFact;
import de.stadtforum.contracts.session.VotingFact.BallotCast;
import de.stadtforum.messaging.TellingProcess;
import de.stadtforum.messaging.context.CacheTags;
import de.stadtforum.messaging.documents.Order;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// What a request read and changed is noted by the stores, and never less than that.
class CacheTagsTests {
    private static final TellingProcess PROCESS =
            new TellingProcess("cache-tags-" + UUID.randomUUID());
    private static final AggregateStore<Card> CARDS =
            PROCESS.stores
                    .of("cards", Card.class, VotingFact.class)
                    .listedBy("box", Card::box)
                    .store();

    private record Card(String id, String box, String text) {
        Decision<Card> in(String other) {
            return other.equals(box)
                    ? Decision.unchanged()
                    : Decision.changed(new Card(id, other, text), new BallotCast());
        }
    }

    private enum Refusal implements Reason {
        NEVER
    }

    private final CacheTags tags = new CacheTags();

    @AfterAll
    static void close() {
        PROCESS.close();
    }

    private static void write(String id, String box) {
        CARDS.create(id, _ -> Decision.changed(new Card(id, box, "x"), new BallotCast()));
    }

    private String shown(Runnable reading) {
        return noted(reading).shown();
    }

    private String changed(Runnable command) {
        return noted(command).changed();
    }

    private CacheTags noted(Runnable work) {
        tags.collect(() -> {
            work.run();
            return true;
        });
        return tags;
    }

    @Test
    void whoReadsOneShowsIt() {
        assertThat(shown(() -> CARDS.find("a"))).isEqualTo("cards/a");
    }

    @Test
    void whoReadsAFewByTheirIdsShowsThemAndOfManyAll() {
        assertThat(shown(() -> CARDS.findAll(List.of("a", "b")))).isEqualTo("cards/a cards/b");
        var many = IntStream.range(0, 21).mapToObj(Integer::toString).toList();
        assertThat(new CacheTagsTests().shown(() -> CARDS.findAll(many))).isEqualTo("cards");
    }

    @Test
    void whoReadsAListShowsAllOfItsKindOrThoseOfItsField() {
        var order = Order.ascending("state.text");
        assertThat(listed(empty())).isEqualTo("cards");
        assertThat(listed(eq("state.text", "x"))).isEqualTo("cards");
        assertThat(listed(eq("state.box", "one"))).isEqualTo("cards?box=one");
        assertThat(listed(and(eq("state.text", "x"), eq("state.box", "one"))))
                .isEqualTo("cards?box=one");
        assertThat(listed(in("state.box", "one", "two"))).isEqualTo("cards");
        assertThat(listed(ne("state.box", "one"))).isEqualTo("cards");
        assertThat(listed(Filters.or(eq("state.box", "one"), eq("state.text", "x"))))
                .isEqualTo("cards");
        assertThat(new CacheTagsTests().shown(() -> CARDS.page(empty(), new Document(), 0, 1)))
                .isEqualTo("cards");
        assertThat(new CacheTagsTests().shown(() -> CARDS.count(eq("state.box", "one"))))
                .isEqualTo("cards?box=one");
        assertThat(new CacheTagsTests().shown(() -> CARDS.count(empty(), order)))
                .isEqualTo("cards");
        assertThat(new CacheTagsTests().shown(() -> CARDS.followed().all())).isEqualTo("cards");
    }

    private static String listed(Bson filter) {
        return new CacheTagsTests()
                .shown(() -> CARDS.slice(filter, Order.ascending(), null, 20).lines());
    }

    @Test
    void aCommandChangesItsAggregateAndTheListsInWhichItStoodAndStands() {
        assertThat(changed(() -> write("c", "one"))).isEqualTo("cards cards/c cards?box=one");
        assertThat(new CacheTagsTests().changed(() -> CARDS.decide("c", card -> card.in("two"))))
                .isEqualTo("cards cards/c cards?box=one cards?box=two");
    }

    @Test
    void aCommandThatIsRepeatedChangesWhatItChangedAtFirst() {
        write("d", "one");
        assertThat(changed(() -> CARDS.decide("d", card -> card.in("one"))))
                .isEqualTo("cards cards/d cards?box=one");
    }

    @Test
    void aRefusedCommandSaysNothing() {
        assertThat(changed(() -> CARDS.create("e", _ -> Decision.refused(Refusal.NEVER))))
                .isEmpty();
    }

    @Test
    void whatIsReadOrWrittenWithoutATagIsNotHiddenBehindOthers() {
        noted(() -> {
            write("f", "one");
            CARDS.find("f");
            CacheTags.showsMore();
            CacheTags.changesMore();
        });
        assertThat(tags.shown()).isEmpty();
        assertThat(tags.changed()).isEmpty();
    }

    @Test
    void whoKnowsWhatACopyShowsSaysSo() {
        assertThat(
                        shown(() ->
                                CacheTags.showing(
                                        "cards?box=one",
                                        () -> {
                                            CacheTags.showsMore();
                                            return CARDS.count(empty());
                                        })))
                .isEqualTo("cards?box=one");
    }

    @Test
    void moreTagsThanAHeaderHoldsAreNone() {
        assertThat(shown(() -> IntStream.range(0, 1_000).forEach(each -> CARDS.find("k" + each))))
                .isEmpty();
    }

    @Test
    void whatIsReadBesideRequestsIsNotNoted() {
        CARDS.find("a");
        assertThat(tags.shown()).isEmpty();
    }
}
