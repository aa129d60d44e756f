package de.stadtforum.web.live;

import java.time.Duration;
import java.time.Instant;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// What a page that follows its changes needs: the mark that it shows, and a stream beside it. Without the script it is a page like the others.
///
/// ```java
/// live.show(model, topic, "/abstimmungen/" + id);  // in the handler of the page, before it reads
/// return live.stream(topic);                       // in the handler of "/abstimmungen/{id}/ereignisse"
/// ```
public final class LivePages {
    /// How the layout calls it.
    public static final String ATTRIBUTE = "live";

    /// How the address of every stream ends.
    public static final String EVENTS = "/ereignisse";

    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final LiveEvents events;

    public LivePages(LiveEvents events) {
        this.events = events;
    }

    /// @param address of the stream
    /// @param mark of what the page shows
    public record Shown(String address, String mark) {}

    /// Before the page reads what it shows: what changes in between is seen as a change.
    ///
    /// @param page its address
    public void show(Model model, LiveTopic topic, String page) {
        model.addAttribute(ATTRIBUTE, new Shown(page + EVENTS, topic.mark().get()));
    }

    /// Ends with the login at the latest; a reader who may go on asks again.
    public ResponseEntity<SseEmitter> stream(LiveTopic topic) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(events.open(topic, untilTheLoginEnds()));
    }

    private static Duration untilTheLoginEnds() {
        if (SecurityContextHolder.getContext().getAuthentication()
                        instanceof JwtAuthenticationToken login
                && login.getToken().getExpiresAt() != null) {
            var left = Duration.between(Instant.now(), login.getToken().getExpiresAt());
            return left.isNegative() ? Duration.ofSeconds(1) : min(left);
        }
        return LONGEST;
    }

    private static Duration min(Duration left) {
        return left.compareTo(LONGEST) < 0 ? left : LONGEST;
    }
}
