package de.stadtforum.messaging;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a request has brought about so far: whether the journal will say who did it.
public final class Deed {
    private static final ScopedValue<Deed> CURRENT = ScopedValue.newInstance();
    private volatile boolean told;

    static @Nullable Deed current() {
        return CURRENT.isBound() ? CURRENT.get() : null;
    }

    /// Runs the work and remembers what it brings about.
    public <T> T watch(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /// A command of this request was decided and written with facts that tell it.
    public boolean told() {
        return told;
    }

    void tell() {
        told = true;
    }
}
