package de.stadtforum.contracts;

import de.stadtforum.contracts.membership.PersonFact;
import de.stadtforum.contracts.session.VotingFact.Choice;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// No personal data in facts (architecture, 6): free text is a [PublicText], names travel on `persons` alone, and nobody learns who voted how.
final class Privacy {
    private static final Set<String> SUGGEST_FREE_TEXT =
            Set.of(
                    ("name title text email mail reason comment note description summary phone telephone mobile"
                                    + " address street wording remark message content answer statement contact birth login account")
                            .split(" "));
    private static final Set<String> SOMEBODY =
            Set.of("person", "seat", "member", "voter", "account", "holder");

    private Privacy() {}

    /// A sentence for each field of this owner's facts that must not be told.
    static List<String> offences(Class<? extends Fact> owner) {
        var offences = new ArrayList<String>();
        for (var fact : FactType.factsOf(owner)) {
            for (var component : fact.getRecordComponents())
                if (owner != PersonFact.class && mayHoldFreeText(component))
                    offences.add(
                            "%s.%s looks like free text or personal data: make it a PublicText, or leave it at home"
                                    .formatted(FactType.of(fact), component.getName()));
            if (has(fact, each -> isOf(each.getGenericType(), Choice.class))
                    && has(fact, each -> suggests(each, SOMEBODY)))
                offences.add("%s tells how somebody voted".formatted(FactType.of(fact)));
        }
        return offences;
    }

    private static boolean mayHoldFreeText(RecordComponent component) {
        return isOf(component.getGenericType(), String.class)
                && suggests(component, SUGGEST_FREE_TEXT);
    }

    private static boolean suggests(RecordComponent component, Set<String> words) {
        return Arrays.stream(FactType.kebab(component.getName()).split("-"))
                .map(word -> word.replaceAll("s$", ""))
                .anyMatch(word -> words.contains(word) || words.contains(word + "s"));
    }

    /// Whether it is of this type, or a collection of it.
    private static boolean isOf(Type type, Class<?> wanted) {
        if (type == wanted) return true;
        return type instanceof ParameterizedType holder
                && Arrays.stream(holder.getActualTypeArguments())
                        .anyMatch(argument -> isOf(argument, wanted));
    }

    private static boolean has(Class<?> fact, Predicate<RecordComponent> component) {
        return Arrays.stream(fact.getRecordComponents()).anyMatch(component);
    }
}
