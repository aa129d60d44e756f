package de.stadtforum.benchmark;

/// What one command took, step by step, in milliseconds: until it was written, then until the other side held the message,
/// then until the other side's database showed it.
record Steps(double written, double heard, double visible) {
    /// @param begin and the others: what `System.nanoTime()` said
    static Steps between(long begin, long written, long heard, long visible) {
        return new Steps((written - begin) / 1e6, (heard - written) / 1e6, (visible - heard) / 1e6);
    }

    double all() {
        return written + heard + visible;
    }
}
