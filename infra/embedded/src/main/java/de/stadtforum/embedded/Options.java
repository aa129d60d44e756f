package de.stadtforum.embedded;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/// What both programs are told on their command line: `--data PATH --port N`, the broker's `--controller-port N`, the store's `--rewrite`, and
/// `--with-parent` to end when the starting process ends, however it ends.
record Options(Map<String, String> values, boolean withParent, boolean rewrite) {

    static Options of(String... arguments) {
        var values = new TreeMap<String, String>();
        var withParent = false;
        var rewrite = false;
        for (Iterator<String> rest = Arrays.asList(arguments).iterator(); rest.hasNext(); ) {
            var name = rest.next();
            if (name.equals("--with-parent")) withParent = true;
            else if (name.equals("--rewrite")) rewrite = true;
            else if (name.startsWith("--") && rest.hasNext()) values.put(name, rest.next());
            else throw new IllegalArgumentException("not an option with a value: " + name);
        }
        return new Options(values, withParent, rewrite);
    }

    Path path(String name) {
        return Path.of(value(name)).toAbsolutePath().normalize();
    }

    int port(String name) {
        return Integer.parseInt(value(name));
    }

    private String value(String name) {
        var value = values.get(name);
        if (value == null) throw new IllegalArgumentException("missing option " + name);
        return value;
    }

    /// A test or launcher that is killed leaves no broker or store behind.
    void endWithParent() {
        if (!withParent) return;
        var parent = ProcessHandle.current().parent();
        if (parent.isEmpty()) System.exit(0);
        parent.get().onExit().thenRun(() -> System.exit(0));
    }
}
