package de.stadtforum.testing;

import org.junit.jupiter.api.Assumptions;

/// The broker or the database of the tests, which a test may take away and bring back with the same address and data.
public sealed interface TestPart permits OwnPart, BorrowedPart {
    String address();

    /// As `kill -9` does.
    void kill();

    /// As an operator stops it.
    void stop();

    /// Starts it again where it was and waits until it is ready; nothing to do when it runs.
    void start();
}

/// A part that belongs to somebody else or to a container: a test that takes it away is skipped.
record BorrowedPart(String address) implements TestPart {
    @Override
    public void kill() {
        skip();
    }

    @Override
    public void stop() {
        skip();
    }

    @Override
    public void start() {}

    private void skip() {
        Assumptions.abort(
                address + " was not started by this test run, so it is not stopped by it");
    }
}
