package de.stadtforum.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.AbstractLinkBuilder;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;

/// A link of a template has no parameter without a value: `@{/suche(q=${words},bezirk=${null})}` names no district.
final class TemplateLinks extends AbstractLinkBuilder {
    private final StandardLinkBuilder standard = new StandardLinkBuilder();

    TemplateLinks() {
        setOrder(1); // before the engine's own, which has none
    }

    @Override
    public @Nullable String buildLink(
            IExpressionContext context,
            @Nullable String base,
            @Nullable Map<String, Object> parameters) {
        if (parameters == null) return standard.buildLink(context, base, null);
        var given = new LinkedHashMap<>(parameters);
        given.values().removeIf(""::equals); // the engine's word for null
        return standard.buildLink(context, base, given);
    }
}
