package de.stadtforum.benchmark.front;

import de.stadtforum.benchmark.Cpu;
import de.stadtforum.benchmark.Results;
import de.stadtforum.benchmark.Series;
import de.stadtforum.benchmark.platform.Http;
import de.stadtforum.benchmark.platform.Labs;
import de.stadtforum.benchmark.platform.Platform;
import de.stadtforum.benchmark.platform.Program;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// What residents read, through the gateway and through nginx before the same lab-service: past the cache of each, and from it. Rounds of all take turns.
public final class Front {
    private static final int SECONDS = 3;
    private static final int ENOUGH = 50_000; // requests, for the compilers
    private static final int FIRST_WARM_UP = 45;
    private static final int WARM_UP = 8;
    private static final int SHORT_WARM_UP = 2;

    /// No cache knows this query, and no page asks for it: the way through the gateway is that of everything that is not kept.
    private static final String PAST_THE_CACHE = "?ohne=speicher";

    private static final List<String> PAGES = List.of("/", "/labore/" + Labs.ONE, "/api/lab/labs");

    private enum Way {
        SERVICE_ALONE,
        GATEWAY,
        NGINX,
        GATEWAY_CACHE,
        NGINX_CACHE;

        boolean cached() {
            return this == GATEWAY_CACHE || this == NGINX_CACHE;
        }
    }

    /// One round: requests a second, and the microseconds of processor time that each request cost each process.
    private record Round(double perSecond, double service, double store, double way, double load) {}

    private final Platform platform;
    private final Nginx nginx;
    private final EnumMap<Way, Long> failed = new EnumMap<>(Way.class);

    private Front(Platform platform, Nginx nginx) {
        this.platform = platform;
        this.nginx = nginx;
    }

    public static void into(Results results, Platform platform, int rounds) throws Exception {
        try (var nginx = new Nginx(platform.folder, platform.lab.port)) {
            var front = new Front(platform, nginx);
            results.remark(
                    "Both programs run with %s; nginx with %d workers; load: wrk with %d connections."
                            .formatted(
                                    String.join(" ", Program.FLAGS),
                                    Runtime.getRuntime().availableProcessors(),
                                    Wrk.CONNECTIONS));
            results.remark("");
            results.remark("| µs of processor a request | service | store | between | load |");
            results.remark("|---|---|---|---|---|");
            front.warmUp();
            for (var page : PAGES) front.measure(results, page, rounds);
            results.remark("");
            front.failed.forEach((way, count) ->
                    results.remark(
                            "Requests that failed and are not counted, %s: %d"
                                    .formatted(words(way), count)));
            var samples = new Samples(platform.gateway.pid(), platform.folder);
            for (var way : List.of(Way.GATEWAY, Way.GATEWAY_CACHE))
                results.remark(
                        samples.of(
                                "Where the gateway's time goes, `/`, %s"
                                        .formatted(way.cached() ? "cached" : "past the cache"),
                                () -> Wrk.run(front.address(way, "/"), WARM_UP)));
        }
    }

    /// The gateway on what it does most often a second: until its code is compiled, or patience ends.
    private void warmUp() throws Exception {
        var end = System.nanoTime() + FIRST_WARM_UP * 1_000_000_000L;
        for (var good = 0L; good < ENOUGH && System.nanoTime() < end; )
            good += Wrk.run(address(Way.GATEWAY, PAGES.getLast()), WARM_UP).good();
    }

    private void measure(Results results, String page, int rounds) throws Exception {
        var length = requireComparable(page);
        for (var way : Way.values())
            Wrk.run(
                    address(way, page),
                    way == Way.GATEWAY || way == Way.SERVICE_ALONE ? WARM_UP : SHORT_WARM_UP);
        var all = new EnumMap<Way, List<Round>>(Way.class);
        for (var round = 0; round < rounds; round++) {
            var ways = List.of(Way.values());
            for (var way : round % 2 == 0 ? ways : ways.reversed())
                all.computeIfAbsent(way, _ -> new ArrayList<>()).add(round(way, page));
        }
        var title = "`%s` (%,d bytes)".formatted(page, length);
        results.add(
                title + ": requests/s, peer: nginx",
                rates(all, Way.GATEWAY),
                rates(all, Way.NGINX));
        results.add(
                title + " from the cache: requests/s, peer: nginx proxy_cache",
                rates(all, Way.GATEWAY_CACHE),
                rates(all, Way.NGINX_CACHE));
        results.add(
                title + ": requests/s, peer: service alone",
                rates(all, Way.GATEWAY),
                rates(all, Way.SERVICE_ALONE));
        for (var each : all.entrySet())
            results.remark(costs("`" + page + "`, " + words(each.getKey()), each.getValue()));
    }

    private Round round(Way way, String page) throws Exception {
        var store = Platform.store();
        long[] between =
                switch (way) {
                    case SERVICE_ALONE -> new long[0];
                    case GATEWAY, GATEWAY_CACHE -> new long[] {platform.gateway.pid()};
                    case NGINX, NGINX_CACHE -> nginx.pids();
                };
        double[] before = seconds(store, between);
        var said = Wrk.run(address(way, page), SECONDS);
        if (said.failed() > 0) failed.merge(way, said.failed(), Long::sum);
        double[] after = seconds(store, between);
        var each = new double[before.length];
        for (var i = 0; i < each.length; i++) each[i] = (after[i] - before[i]) * 1e6 / said.good();
        return new Round(said.perSecond(), each[0], each[1], each[2], each[3]);
    }

    private double[] seconds(long[] store, long[] between) {
        return new double[] {
            Cpu.of(platform.lab.pid()), Cpu.of(store), Cpu.of(between), Cpu.ofEndedChildren()
        };
    }

    private URI address(Way way, String page) {
        var path = way.cached() ? page : page + PAST_THE_CACHE;
        return switch (way) {
            case SERVICE_ALONE -> Http.address(platform.lab.port, path);
            case GATEWAY, GATEWAY_CACHE -> Http.address(platform.gateway.port, path);
            case NGINX -> Http.address(nginx.plain, path);
            case NGINX_CACHE -> Http.address(nginx.caching, path);
        };
    }

    /// All ways give the same page, and each cache holds what it is to hold and nothing else; else the figures mean nothing.
    private int requireComparable(String page) {
        var plain = Http.get(platform.lab.port, page);
        var length = plain.body().length();
        for (var way : Way.values()) {
            var address = address(way, page);
            var path = address.getRawPath() + (way.cached() ? "" : PAST_THE_CACHE);
            Http.get(address.getPort(), path);
            var answer = Http.get(address.getPort(), path);
            if (answer.statusCode() != 200 || answer.body().length() != length)
                throw new IllegalStateException(
                        "%s, %s: %d, %d instead of %d letters"
                                .formatted(
                                        page,
                                        words(way),
                                        answer.statusCode(),
                                        answer.body().length(),
                                        length));
            var kept =
                    answer.headers().firstValue("Age").isPresent()
                            || answer.headers().firstValue(Nginx.CACHED).orElse("").equals("HIT");
            if (kept != way.cached())
                throw new IllegalStateException(
                        page + ", " + words(way) + (kept ? ": cached" : ": not cached"));
        }
        return plain.body().getBytes(StandardCharsets.UTF_8).length;
    }

    private static Series rates(Map<Way, List<Round>> all, Way way) {
        return new Series(
                all.getOrDefault(way, List.of()).stream().mapToDouble(Round::perSecond).toArray());
    }

    private static String costs(String what, List<Round> rounds) {
        return "| %s | %.0f | %.0f | %.0f | %.0f |"
                .formatted(
                        what,
                        median(rounds, Round::service),
                        median(rounds, Round::store),
                        median(rounds, Round::way),
                        median(rounds, Round::load));
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return new Series(rounds.stream().mapToDouble(figure).toArray()).median();
    }

    private static String words(Way way) {
        return switch (way) {
            case SERVICE_ALONE -> "service alone";
            case GATEWAY -> "gateway";
            case NGINX -> "nginx";
            case GATEWAY_CACHE -> "gateway's cache";
            case NGINX_CACHE -> "nginx proxy_cache";
        };
    }
}
