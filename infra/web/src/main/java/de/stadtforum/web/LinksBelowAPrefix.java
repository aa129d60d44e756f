package de.stadtforum.web;

import java.util.List;
import java.util.Set;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.IStandaloneElementTag;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/// Templates name pages from the root of the platform; where a proxy shows it below a path of its own ([PublicAddress]), that path is written before them.
final class LinksBelowAPrefix extends AbstractDialect implements IPostProcessorDialect {
    private static final int ORDER = 2_000;
    private static final List<String> LINKS =
            List.of("href", "src", "action", "formaction", "data-live");

    private final boolean needed;

    LinksBelowAPrefix(PublicAddress address) {
        super("links-below-a-prefix");
        needed = !address.prefix().isEmpty();
    }

    @Override
    public int getDialectPostProcessorPrecedence() {
        return ORDER;
    }

    @Override
    public Set<IPostProcessor> getPostProcessors() {
        if (!needed) return Set.of();
        return Set.of(new PostProcessor(TemplateMode.HTML, Moving.class, ORDER));
    }

    /// Changes the links of a page as it is written.
    public static final class Moving extends AbstractTemplateHandler {
        @Override
        public void handleOpenElement(IOpenElementTag element) {
            super.handleOpenElement(moved(element));
        }

        @Override
        public void handleStandaloneElement(IStandaloneElementTag element) {
            super.handleStandaloneElement(moved(element));
        }

        private <T extends IProcessableElementTag> T moved(T element) {
            var prefix = String.valueOf(getContext().getVariable(PageWords.PREFIX));
            var moved = element;
            for (var each : LINKS) {
                var link = element.getAttributeValue(each);
                if (link != null && link.startsWith("/") && !link.startsWith("//"))
                    moved = getContext().getModelFactory().setAttribute(moved, each, prefix + link);
            }
            return moved;
        }
    }
}
