package de.stadtforum.session;

import de.stadtforum.messaging.commands.AggregateStores;
import de.stadtforum.messaging.feeds.Feeds;
import de.stadtforum.testing.StoredShapes;
import de.stadtforum.testing.StoredShapes.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SessionTest
class ShapesTests {
    @Test
    void whatWasEverStoredIsReadAndNoShapeChangesUnsaid(
            @Autowired AggregateStores stores, @Autowired Feeds feeds) {
        StoredShapes.check(
                stores.stored(),
                feeds.stored(),
                it -> new Kind(it.name(), it.version(), it.type(), it.read()));
    }
}
