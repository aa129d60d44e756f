package de.stadtforum.web;

import de.stadtforum.messaging.Decision;
import de.stadtforum.messaging.Decision.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/// How a page answers a form: by sending the browser back to a page, with a notice from the list of words.
public final class Pages {
    private Pages() {}

    /// @param path of a page of the platform, with its variables filled in
    /// @param notice key of the words for success, such as `notice.saved`; a refusal brings its own
    public static RedirectView after(Decision<?> decision, String path, String notice) {
        return to(path, decision instanceof Refused<?>(var reason) ? reason.key() : notice);
    }

    public static RedirectView to(String path, String notice) {
        var target =
                UriComponentsBuilder.fromPath(path)
                        .queryParam("hinweis", notice)
                        .build()
                        .toUriString();
        var redirect = new RedirectView(target, true);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        redirect.setExpandUriTemplateVariables(false);
        redirect.setExposeModelAttributes(false);
        return redirect;
    }
}
