package de.stadtforum.web;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where people reach the platform: `stadtforum.public-url`, as `https://stadt.example/forum`.
@Component
public class PublicAddress {
    private final String url;
    private final String prefix;

    PublicAddress(@Value("${stadtforum.public-url:}") String url) {
        this.url = url.replaceFirst("/+$", "");
        var path = url.isEmpty() ? null : URI.create(this.url).getRawPath();
        this.prefix = path == null ? "" : path;
    }

    /// For mail, paper and whatever else stands outside a page.
    ///
    /// @param path from the root of the platform: `/einladungen/x`
    public String of(String path) {
        return url + path;
    }

    /// Below which path a proxy shows the platform; empty where it has a host of its own.
    String prefix() {
        return prefix;
    }
}
