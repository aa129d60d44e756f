package de.stadtforum.messaging.context;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a request has brought about so far: whether the journal will say who did it.
public final class Effects {
    private static final ScopedValue<Effects> CURRENT = ScopedValue.newInstance();
    private volatile boolean told;

    public static @Nullable Effects current() {
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

    public void tell() {
        told = true;
    }
}
