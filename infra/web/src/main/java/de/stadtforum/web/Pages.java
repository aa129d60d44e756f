package de.stadtforum.web;

import de.stadtforum.messaging.commands.Decision;
import de.stadtforum.messaging.commands.Decision.Refused;
import de.stadtforum.messaging.documents.Slice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.servlet.view.RedirectView;

/// How a page answers a form: by sending the browser back to a page, with a notice from the list of words; a refusal is none,
/// it brings the form back ([FormOn]).
public final class Pages {
    /// So many lines of a list stand on a page.
    public static final int LINES = 20;

    private Pages() {}

    /// What the foot of a list needs: where the next lines begin, and whether there were some before (`fragments :: further`).
    ///
    /// @param from the cursor that was asked for, null for the first
    public static void further(Model model, Slice<?> shown, @Nullable String from) {
        model.addAttribute("next", shown.next());
        model.addAttribute("begun", from != null);
    }

    /// @param path of a page of the platform, with its variables filled in
    /// @param notice key of the words for success, such as `notice.saved`
    public static RedirectView after(Decision<?> decision, String path, String notice) {
        if (decision instanceof Refused<?>(var reason)) throw new Refusal(reason);
        return to(path, notice);
    }

    /// The notice travels beside the address, so that no link can make one, and is said once.
    public static RedirectView to(String path, String notice) {
        var redirect = new NoticedRedirect(path, notice);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        redirect.setExpandUriTemplateVariables(false);
        redirect.setExposeModelAttributes(false);
        return redirect;
    }

    private static final class NoticedRedirect extends RedirectView {
        private final String notice;

        NoticedRedirect(String path, String notice) {
            super(path, true);
            this.notice = notice;
        }

        @Override
        protected void renderMergedOutputModel(
                Map<String, Object> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            Notice.leave(response, notice);
            super.renderMergedOutputModel(model, request, response);
        }
    }
}
