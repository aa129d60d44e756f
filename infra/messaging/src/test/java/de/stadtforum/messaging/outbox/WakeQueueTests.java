package de.stadtforum.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import de.stadtforum.messaging.TellingProcess;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class WakeQueueTests {
    @Test
    void holdsEachOnceInOrderAndAtMostTenThousand() throws Exception {
        try (var client = TellingProcess.client()) {
            MongoCollection<Document> boxes = client.getDatabase("none").getCollection("boxes");
            var queue = new WakeQueue();
            for (var round = 0; round < 3; round++)
                for (var i = 0; i < 10_000; i++)
                    assertThat(queue.offer(new Waiting(boxes, "box-" + i))).isTrue();
            assertThat(queue.size()).isEqualTo(WakeQueue.MOST);
            assertThat(queue.offer(new Waiting(boxes, "one-more"))).isFalse();

            assertThat(queue.take(2, 10)).extracting(Waiting::id).containsExactly("box-0", "box-1");
            assertThat(queue.offer(new Waiting(boxes, "one-more"))).isTrue();
        }
    }

    @Test
    void waitsNoLongerThanItWasAsked() throws Exception {
        assertThat(new WakeQueue().take(1, 10)).isEmpty();
    }
}
