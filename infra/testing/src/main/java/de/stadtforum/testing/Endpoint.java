package de.stadtforum.testing;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.annotation.MergedAnnotations.SearchStrategy;

/// One thing that a service answers to, and what it says of who may ask for it (`@May`, `@In`, `@Open` of infra/web).
///
/// @param roles as in a token, `lab-team`; null where everybody may
/// @param loginAlone whether whoever has a login may, without any role too
/// @param kind what the path names, where that decides
/// @param variable the path variable that names it
/// @param field what of the body decides
record Endpoint(
        String method,
        String path,
        @Nullable List<String> roles,
        boolean loginAlone,
        @Nullable Class<?> kind,
        String variable,
        String field)
        implements Comparable<Endpoint> {
    private static final String WEB = "de.stadtforum.web.";

    static Endpoint open(String method, String path) {
        return new Endpoint(method, path, null, true, null, "", "");
    }

    /// Closed where the handler says nothing; handlers of the framework are open, for no check of ours stands before them.
    static Endpoint of(String method, String path, Class<?> bean, Method handler) {
        var said = MergedAnnotations.from(handler, SearchStrategy.TYPE_HIERARCHY);
        if (!bean.getName().startsWith("de.stadtforum.") || said.isPresent(WEB + "Open"))
            return open(method, path);
        var may = said.get(WEB + "May");
        var roles =
                may.isPresent()
                        ? Arrays.stream(may.getValue("value", Object[].class).orElseThrow())
                                .map(Endpoint::claim)
                                .toList()
                        : List.<String>of();
        var loginAlone = may.isPresent() && roles.isEmpty();
        var in = said.get(WEB + "In");
        if (!in.isPresent() || loginAlone)
            return new Endpoint(method, path, roles, loginAlone, null, "", "");
        var kind = in.getClass("value");
        var field = in.getString("field");
        var inTheBodyAlone = kind.getName().equals(WEB + "Scope") && !field.isEmpty();
        return new Endpoint(
                method,
                path,
                roles,
                false,
                inTheBodyAlone ? null : kind,
                inTheBodyAlone ? "" : in.getString("path"),
                field);
    }

    private static String claim(Object role) {
        return role.toString().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isOpen() {
        return roles == null;
    }

    boolean isFor(String role) {
        return loginAlone || roles == null || roles.contains(role);
    }

    /// Whether it matters where a role was given.
    boolean looksWhere() {
        return kind != null || !field.isEmpty();
    }

    String name() {
        return method + " " + path;
    }

    /// For the table: `meeting {id}, field body`.
    String where() {
        var words = new StringBuilder();
        if (kind != null)
            words.append(
                            kind.getSimpleName()
                                    .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                                    .toLowerCase(Locale.ROOT))
                    .append(variable.isEmpty() ? "" : " `{" + variable + "}`");
        if (!field.isEmpty())
            words.append(words.isEmpty() ? "" : ", ").append("field `").append(field).append('`');
        return words.toString();
    }

    @Override
    public int compareTo(Endpoint other) {
        var byPath = path.compareTo(other.path);
        return byPath != 0 ? byPath : method.compareTo(other.method);
    }
}
