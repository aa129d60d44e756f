package de.stadtforum.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The names of facts on the log, such as `de.stadtforum.voting.ballot-cast`: owner and fact, never a Java class.
public final class FactType {
    private static final String PREFIX = "de.stadtforum.";
    private static final Map<String, Class<? extends Fact>> OWNERS = new TreeMap<>();
    private static final Map<String, Class<? extends Fact>> TYPES = new TreeMap<>();

    static {
        for (var teller : Teller.values())
            for (var owner : teller.tells()) {
                OWNERS.put(nameOfOwner(owner), owner);
                for (var fact : factsOf(owner)) TYPES.put(of(fact), fact);
            }
    }

    private FactType() {}

    /// The name of this kind of fact.
    public static String of(Class<? extends Fact> fact) {
        return PREFIX + nameOfOwner(fact.getEnclosingClass()) + "." + kebab(fact.getSimpleName());
    }

    public static Optional<Class<? extends Fact>> find(String name) {
        return Optional.ofNullable(TYPES.get(name));
    }

    /// The owner of a fact of this name, also where this program does not know the fact itself.
    public static Optional<Class<? extends Fact>> ownerOf(String name) {
        if (!name.startsWith(PREFIX)) return Optional.empty();
        var end = name.indexOf('.', PREFIX.length());
        return end < 0
                ? Optional.empty()
                : Optional.ofNullable(OWNERS.get(name.substring(PREFIX.length(), end)));
    }

    /// The names of all facts of this owner, sorted.
    public static List<String> allOf(Class<? extends Fact> owner) {
        return factsOf(owner).stream().map(FactType::of).sorted().toList();
    }

    /// The kinds of facts of this owner, in the order of the source.
    public static List<Class<? extends Fact>> factsOf(Class<? extends Fact> owner) {
        var facts = new ArrayList<Class<? extends Fact>>();
        for (var permitted : owner.getPermittedSubclasses())
            facts.add(permitted.asSubclass(Fact.class));
        return facts;
    }

    static String nameOfOwner(Class<?> owner) {
        var name = owner.getSimpleName();
        return kebab(name.substring(0, name.length() - "Fact".length()));
    }

    static String kebab(String camel) {
        return camel.replaceAll("(?<=.)(?=\\p{Lu})", "-").toLowerCase(Locale.ROOT);
    }
}
