package de.stadtforum.web;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnResource;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// What the service says to the gateway of its own addresses: its `paths/{service}.json`, with the words of the signposts from its messages.
@RestController
@ConditionalOnResource(resources = "classpath:paths/${stadtforum.service:none}.json")
class DeclaredPaths {
    /// Patterns are Spring's: `/labore/{id}`, `/labore/**`.
    ///
    /// @param paths where requests come to this service
    /// @param keptForEverybody pages that answer all residents alike
    /// @param unchanging the same of files that no command changes
    /// @param questions what pages that are kept can be asked for: names of parameters
    /// @param files where a form may bring a file
    /// @param events where pages follow their changes
    /// @param signposts where whose work begins
    record Paths(
            List<String> paths,
            @Nullable List<String> keptForEverybody,
            @Nullable List<String> unchanging,
            @Nullable List<String> questions,
            @Nullable List<String> files,
            @Nullable List<String> events,
            List<Signpost> signposts) {}

    /// @param roles any of them, or `*` for everybody who is logged in
    /// @param title in German
    record Signpost(String path, List<String> roles, @Nullable String title) {}

    private final Paths said;

    DeclaredPaths(MessageSource words, @Value("${stadtforum.service}") String service)
            throws IOException {
        try (var file = new ClassPathResource("paths/" + service + ".json").getInputStream()) {
            var own = JsonMapper.shared().readValue(file, Paths.class);
            said =
                    new Paths(
                            own.paths,
                            own.keptForEverybody,
                            own.unchanging,
                            own.questions,
                            own.files,
                            own.events,
                            own.signposts.stream().map(each -> titled(each, words)).toList());
        }
    }

    private static Signpost titled(Signpost signpost, MessageSource words) {
        var key = "signpost" + signpost.path.replace('/', '.');
        return new Signpost(
                signpost.path, signpost.roles, words.getMessage(key, null, Locale.GERMAN));
    }

    /// Reads where the gateway sends requests to this service, what of it may be kept for everybody, and where whose work begins.
    @Open
    @GetMapping("/api/${stadtforum.service}/paths")
    Paths paths() {
        return said;
    }
}
