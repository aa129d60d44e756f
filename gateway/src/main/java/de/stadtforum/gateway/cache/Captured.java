package de.stadtforum.gateway.cache;

import de.stadtforum.gateway.edge.AnswerHeaders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// A service's answer on its way to a resident: kept where its service allows, replaced where it is a failure and a good page is there.
final class Captured extends ServerHttpResponseDecorator {
    private final ServerWebExchange exchange;
    private final String address;
    private final KeptAnswers answers;
    private final LastGood lastGood;

    /// Those who wait for this answer, if it is to be kept.
    private final @Nullable Flight flight;

    Captured(
            ServerWebExchange exchange,
            String address,
            KeptAnswers answers,
            LastGood lastGood,
            @Nullable Flight flight) {
        super(exchange.getResponse());
        this.exchange = exchange;
        this.address = address;
        this.answers = answers;
        this.lastGood = lastGood;
        this.flight = flight;
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
        var status = getStatusCode();
        if (status != null && status.is5xxServerError()) return failed(body);
        if (flight == null) return super.writeWith(body);
        if (status != HttpStatus.OK) {
            if (status == null || !passesSoon(status.value())) answers.forget(address);
            return super.writeWith(body);
        }
        var lifetime = allowed();
        if (lifetime.none() || getHeaders().getContentLength() > limit()) {
            answers.forget(address);
            return super.writeWith(body);
        }
        return kept(body, lifetime, flight);
    }

    /// A body that is written as it comes is for one reader.
    @Override
    public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
        answers.forget(address);
        return super.writeAndFlushWith(body);
    }

    /// That a page is asked for too often, or too slowly, says nothing about the page.
    private static boolean passesSoon(int status) {
        return status == HttpStatus.TOO_MANY_REQUESTS.value()
                || status == HttpStatus.REQUEST_TIMEOUT.value();
    }

    private Mono<Void> failed(Publisher<? extends DataBuffer> body) {
        var page = lastGood.of(address);
        if (page == null) return super.writeWith(body);
        return Flux.from(body)
                .doOnNext(DataBufferUtils.releaseConsumer())
                .then(Mono.defer(() -> lastGood.given(exchange, page)));
    }

    /// RFC 9111 section 3, and nothing that one visitor's cookie or language made.
    private Lifetime allowed() {
        var headers = getHeaders();
        var oneWay = headers.getFirst(HttpHeaders.CONTENT_ENCODING);
        if (headers.containsHeader(HttpHeaders.SET_COOKIE) || !getCookies().isEmpty())
            return Lifetime.NONE;
        if (oneWay != null && !oneWay.equalsIgnoreCase("identity")) return Lifetime.NONE;
        for (var line : headers.getOrDefault(HttpHeaders.VARY, List.of()))
            for (var name : line.split(","))
                if (!name.trim().equalsIgnoreCase(HttpHeaders.ACCEPT_ENCODING))
                    return Lifetime.NONE;
        return Lifetime.of(headers.getOrDefault(HttpHeaders.CACHE_CONTROL, List.of()));
    }

    private long limit() {
        return answers.limits.page().toBytes();
    }

    /// Gathered whole; what grows too long after all is passed on from there.
    private Mono<Void> kept(
            Publisher<? extends DataBuffer> body, Lifetime lifetime, Flight waiting) {
        var parts = new ArrayList<DataBuffer>();
        var length = new long[1];
        return Flux.from(body)
                .<List<DataBuffer>>handle((part, on) -> {
                    parts.add(part);
                    length[0] += part.readableByteCount();
                    if (length[0] <= limit()) return;
                    on.next(List.copyOf(parts));
                    parts.clear();
                })
                .doOnError(_ -> parts.forEach(DataBufferUtils::release))
                .doOnCancel(() -> parts.forEach(DataBufferUtils::release))
                .switchOnFirst((first, rest) -> {
                    if (!first.isOnComplete()) {
                        if (first.hasValue()) answers.forget(address); // too long; else broken off
                        return super.writeWith(rest.flatMapIterable(each -> each));
                    }
                    var answer =
                            Kept.of(
                                    outside(),
                                    joined(parts, (int) length[0]),
                                    waiting.at,
                                    lifetime,
                                    answers.limits,
                                    waiting.asked);
                    answers.keep(address, answer);
                    answers.flights.remove(address, waiting);
                    waiting.landed(answer.each() || answer.fresh() == 0 ? null : answer);
                    return ResponseCache.given(exchange, answer);
                })
                .then();
    }

    private Map<String, List<String>> outside() {
        AnswerHeaders.complete(getHeaders(), exchange.getRequest().getPath().value(), true);
        var all = new LinkedHashMap<String, List<String>>();
        getHeaders().forEach((name, values) -> all.put(name, List.copyOf(values)));
        return all;
    }

    private static byte[] joined(List<DataBuffer> parts, int length) {
        var all = new byte[length];
        var at = 0;
        for (var part : parts) {
            var size = part.readableByteCount();
            part.read(all, at, size);
            DataBufferUtils.release(part);
            at += size;
        }
        parts.clear();
        return all;
    }
}
