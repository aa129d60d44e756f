package de.stadtforum.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.AttributeValueQuotes;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/// A form is sent in the name of whoever it was shown to. Each that somebody logged in sees says for whom it is, and is refused when somebody else
/// has logged in on the same device meanwhile: nothing is done in a wrong name, and what was typed comes back.
public final class FormOwner extends AbstractDialect
        implements IPostProcessorDialect, HandlerInterceptor {
    public static final String FIELD = "konto";
    private static final int ORDER = 1_000;
    private static final int SIGNS = 16;

    FormOwner() {
        super("form-owner");
    }

    /// The form was shown to somebody else.
    static final class Changed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Changed() {
            super("the form was shown to somebody else", null, false, false);
        }
    }

    /// @param owner as the form says it; a form of a program or a resident says nothing
    public static void check(@Nullable String owner) {
        if (owner != null && !owner.equals(mark(Callers.current()))) throw new Changed();
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getMethod().equals("POST")) check(request.getParameter(FIELD));
        return true;
    }

    @Override
    public int getDialectPostProcessorPrecedence() {
        return ORDER;
    }

    @Override
    public Set<IPostProcessor> getPostProcessors() {
        return Set.of(new PostProcessor(TemplateMode.HTML, Marking.class, ORDER));
    }

    /// Adds the field to the forms of a page as it is written.
    public static final class Marking extends AbstractTemplateHandler {
        @Override
        public void handleOpenElement(IOpenElementTag element) {
            super.handleOpenElement(element);
            var actor = Callers.current();
            if (!actor.loggedIn()
                    || !"form".equals(element.getElementCompleteName())
                    || !"post".equalsIgnoreCase(element.getAttributeValue("method"))) return;
            var field = new LinkedHashMap<String, String>();
            field.put("type", "hidden");
            field.put("name", FIELD);
            field.put("value", mark(actor));
            super.handleStandaloneElement(
                    getContext()
                            .getModelFactory()
                            .createStandaloneElementTag(
                                    "input", field, AttributeValueQuotes.DOUBLE, false, false));
        }
    }

    private static String mark(Actor actor) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(actor.account().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, SIGNS);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
