package de.stadtforum.gateway.cache;

import de.stadtforum.gateway.edge.AnswerHeaders;
import de.stadtforum.gateway.edge.EdgeRules;
import de.stadtforum.gateway.edge.RequestId;
import de.stadtforum.gateway.edge.Visitor;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.AsciiString;
import io.netty.util.AttributeKey;
import org.reactivestreams.Publisher;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/// What is kept is given as soon as the request has been read, before any filter: its address is compared letter by letter with those that passed all of them.
@Component
final class AtOnce implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {
    private static final AttributeKey<Kept> FOUND = AttributeKey.valueOf(AtOnce.class, "found");
    private static final AsciiString ID =
            AsciiString.cached(RequestId.HEADER.toLowerCase(java.util.Locale.ROOT));
    private static final AsciiString TIME =
            AsciiString.cached(EdgeRules.TIME.toLowerCase(java.util.Locale.ROOT));
    private static final AsciiString STRICT =
            AsciiString.cached(AnswerHeaders.STRICT_TRANSPORT.toLowerCase(java.util.Locale.ROOT));

    private final KeptAnswers answers;

    AtOnce(KeptAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void customize(NettyReactiveWebServerFactory server) {
        server.addRouteProviders(routes -> routes.route(this::has, this::give));
    }

    private boolean has(HttpServerRequest request) {
        var method = request.method();
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) return false;
        var headers = request.requestHeaders();
        if (headers.contains(TIME)
                || !Visitor.isAResident(
                        headers.getAll(HttpHeaderNames.COOKIE),
                        headers.get(HttpHeaderNames.AUTHORIZATION))) return false;
        var answer = answers.forEverybody(request.uri());
        if (answer == null) return false;
        request.withConnection(each -> each.channel().attr(FOUND).set(answer));
        return true;
    }

    private Publisher<Void> give(HttpServerRequest request, HttpServerResponse response) {
        var found = new Kept[1];
        request.withConnection(each -> found[0] = each.channel().attr(FOUND).getAndSet(null));
        var answer = found[0];
        answers.hits.increment();
        var asked = request.requestHeaders();
        var packed = answer.packedFor(asked.get(HttpHeaderNames.ACCEPT_ENCODING));
        var headers = response.headers(answer.headers(packed)).responseHeaders();
        headers.set(HttpHeaderNames.AGE, String.valueOf(answer.age(System.nanoTime())));
        headers.set(ID, RequestId.of(asked.get(ID)));
        if (AnswerHeaders.overTheNet(asked.get(HttpHeaderNames.HOST)))
            headers.set(STRICT, AnswerHeaders.ONLY_ENCRYPTED);
        if (answer.known(asked.get(HttpHeaderNames.IF_NONE_MATCH))) {
            headers.remove(HttpHeaderNames.CONTENT_LENGTH);
            return response.status(HttpResponseStatus.NOT_MODIFIED).send();
        }
        return request.method() == HttpMethod.HEAD
                ? response.send()
                : response.sendObject(answer.body(packed)).then();
    }
}
