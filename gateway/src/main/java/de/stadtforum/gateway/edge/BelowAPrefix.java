package de.stadtforum.gateway.edge;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import java.net.URI;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.NettyPipeline;

/// Where a proxy shows the platform below a path of its own (`https://stadt.example/forum`, the path of `stadtforum.login.public-url`), requests come
/// with that path or without it; whatever leads on has it: redirects, links to a next page, cookies. Inside, nobody knows of it but the makers of pages.
@Component
final class BelowAPrefix implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {
    private final String prefix;

    BelowAPrefix(@Value("${stadtforum.login.public-url:}") String publicUrl) {
        prefix = of(publicUrl);
    }

    /// Empty where the platform has a host of its own.
    static String of(String publicUrl) {
        var path = publicUrl.isEmpty() ? null : URI.create(publicUrl).getRawPath();
        return path == null ? "" : path.replaceFirst("/+$", "");
    }

    @Override
    public void customize(NettyReactiveWebServerFactory server) {
        if (prefix.isEmpty()) return;
        server.addServerCustomizers(http ->
                http.doOnChannelInit((_, channel, _) -> {
                    var pipeline = channel.pipeline();
                    if (pipeline.get(NettyPipeline.HttpCodec) != null)
                        pipeline.addAfter(
                                NettyPipeline.HttpCodec, "stadtforum.prefix", new Moved(prefix));
                }));
    }

    private static final class Moved extends ChannelDuplexHandler {
        private static final String LINK = "link";
        private static final Pattern WHOLE_SITE =
                Pattern.compile("(;\\s*path=)/(?=;|$)", Pattern.CASE_INSENSITIVE);
        private final String prefix;

        Moved(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public void channelRead(ChannelHandlerContext on, Object part) {
            if (part instanceof HttpRequest request) {
                request.setUri(without(request.uri()));
                var from = request.headers().get(HttpHeaderNames.REFERER);
                if (from != null) request.headers().set(HttpHeaderNames.REFERER, inside(from));
            }
            on.fireChannelRead(part);
        }

        private String without(String uri) {
            if (!uri.startsWith(prefix)) return uri;
            var rest = uri.substring(prefix.length());
            if (rest.isEmpty() || rest.startsWith("?")) return "/" + rest;
            return rest.startsWith("/") ? rest : uri;
        }

        /// The same page, as links inside name it.
        private String inside(String address) {
            var path = address.indexOf('/', address.indexOf("//") + 2);
            return path < 0
                    ? address
                    : address.substring(0, path) + without(address.substring(path));
        }

        @Override
        public void write(ChannelHandlerContext on, Object part, ChannelPromise written) {
            if (part instanceof HttpResponse response) move(response.headers());
            on.write(part, written);
        }

        private void move(HttpHeaders headers) {
            var location = headers.get(HttpHeaderNames.LOCATION);
            if (location != null && isOurs(location))
                headers.set(HttpHeaderNames.LOCATION, prefix + location);
            var links = headers.getAll(LINK);
            if (!links.isEmpty())
                headers.set(
                        LINK,
                        links.stream()
                                .map(each -> each.replace("</", "<" + prefix + "/"))
                                .toList());
            var cookies = headers.getAll(HttpHeaderNames.SET_COOKIE);
            if (!cookies.isEmpty())
                headers.set(
                        HttpHeaderNames.SET_COOKIE,
                        cookies.stream()
                                .map(each -> WHOLE_SITE.matcher(each).replaceAll("$1" + prefix))
                                .toList());
        }

        private static boolean isOurs(String address) {
            return address.startsWith("/") && !address.startsWith("//");
        }
    }
}
