package de.stadtforum.messaging.context;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Who gives the commands of the current request: kept in the service's own journal, told to nobody else.
///
/// @param account the account's id at the identity provider; `resident` without a login, `service` for reactions
/// @param person the person of the roster behind it, where there is one
public record Author(String account, @Nullable String person) {
    public static final Author RESIDENT = new Author("resident", null);
    public static final Author SERVICE = new Author("service", null);
    private static final ScopedValue<Author> CURRENT = ScopedValue.newInstance();

    /// Somebody with a login; no account passes for a resident or for the service itself.
    public static Author loggedIn(String account, @Nullable String person) {
        var reserved = account.equals(RESIDENT.account) || account.equals(SERVICE.account);
        return new Author(reserved ? "account:" + account : account, person);
    }

    public static Author current() {
        return CURRENT.orElse(SERVICE);
    }

    /// Runs the work in this author's name.
    public <T> T act(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /// Whether somebody answers for it by name.
    public boolean named() {
        return !account.equals(RESIDENT.account) && !account.equals(SERVICE.account);
    }
}
