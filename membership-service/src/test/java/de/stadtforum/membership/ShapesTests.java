package de.stadtforum.membership;

import de.stadtforum.messaging.commands.AggregateStores;
import de.stadtforum.messaging.documents.Stored;
import de.stadtforum.messaging.feeds.Feeds;
import de.stadtforum.testing.StoredShapes;
import de.stadtforum.testing.StoredShapes.Kind;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What was ever stored is read, and no shape changes unsaid.
@WholeService
class ShapesTests {
    @Autowired private AggregateStores stores;
    @Autowired private Feeds feeds;

    @Test
    void whatWasEverStoredIsReadAndNoShapeChangesUnsaid() {
        StoredShapes.check(
                Path.of("shapes.md"),
                Path.of("src/test/resources/shapes"),
                Stream.concat(
                                stores.stored().stream().map(each -> kind(each, true)),
                                feeds.stored().stream().map(each -> kind(each, false)))
                        .toList());
    }

    private static Kind kind(Stored stored, boolean mayGrow) {
        return new Kind(
                stored.name(), stored.version(), mayGrow, stored.type(), stored.read()::apply);
    }
}
