package de.stadtforum.messaging.outbox;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Aggregates that wait to be told, each once, in the order in which they came.
/// What comes while it is full is left to the sweep, so a broker that is away for a day costs no memory.
final class WakeQueue {
    static final int MOST = 10_000;

    private final SequencedSet<Waiting> waiting = new LinkedHashSet<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition come = lock.newCondition();

    /// @return false when the queue is full
    boolean offer(Waiting aggregate) {
        lock.lock();
        try {
            if (waiting.contains(aggregate)) return true;
            if (waiting.size() == MOST) return false;
            waiting.add(aggregate);
            come.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Waits for the first one; empty when none came in that time.
    List<Waiting> take(int most, long patienceMs) throws InterruptedException {
        lock.lock();
        try {
            var left = TimeUnit.MILLISECONDS.toNanos(patienceMs);
            while (waiting.isEmpty() && left > 0) left = come.awaitNanos(left);
            var taken = new ArrayList<Waiting>();
            while (taken.size() < most && !waiting.isEmpty()) taken.add(waiting.removeFirst());
            return taken;
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }
}
