package de.stadtforum.login;

import java.io.File;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Who may log in and which programs may ask: one file, as a city keeps it in its directory.
///
/// @param site the program through which people log in: the gateway
/// @param machines programs of departments that call in their own name
record Directory(List<Account> people, Site site, List<Machine> machines) {
    /// @param account the token's `sub`
    /// @param person of the roster, where the directory knows it
    /// @param roles `role` or `role:scope`
    record Account(String account, String label, @Nullable String person, List<String> roles) {}

    /// @param redirects where the code may be sent
    /// @param afterLogout where somebody may go on after the logout
    record Site(String id, String secret, List<String> redirects, List<String> afterLogout) {}

    /// @param services the scopes that it may ask for: the names of services
    record Machine(
            String id, String secret, String label, List<String> services, List<String> roles) {}

    static Directory in(File file) {
        return JsonMapper.shared().readValue(file, Directory.class);
    }

    Optional<Account> account(String name) {
        return people.stream().filter(each -> each.account.equals(name)).findFirst();
    }

    Optional<Machine> machine(String id) {
        return machines.stream().filter(each -> each.id.equals(id)).findFirst();
    }
}
