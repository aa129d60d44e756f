package de.stadtforum.testing;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What is made when it is first asked for; what could not be made fails the same way each time, without another try.
final class Once<T> implements Supplier<T> {
    private final Supplier<T> make;
    private @Nullable T made;
    private @Nullable RuntimeException failed;

    Once(Supplier<T> make) {
        this.make = make;
    }

    @Override
    public synchronized T get() {
        if (failed != null) throw failed;
        if (made == null) {
            try {
                made = make.get();
            } catch (RuntimeException cause) {
                failed = cause;
                throw cause;
            }
        }
        return made;
    }
}
