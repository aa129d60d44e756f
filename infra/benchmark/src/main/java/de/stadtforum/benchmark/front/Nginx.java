package de.stadtforum.benchmark.front;

import de.stadtforum.benchmark.platform.Http;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// The peer: nginx before the same service, one worker a processor, once as a plain proxy and once with `proxy_cache`.
final class Nginx implements AutoCloseable {
    /// Says whether an answer came from the cache: `HIT`.
    static final String CACHED = "X-Cache";

    final int plain = Http.freePort();
    final int caching = Http.freePort();
    private final Process process;

    Nginx(Path folder, int service) throws IOException {
        Files.createDirectories(folder.resolve("nginx"));
        var file = folder.resolve("nginx/nginx.conf");
        Files.writeString(file, configuration(folder.resolve("nginx"), service));
        process =
                new ProcessBuilder(
                                "nginx",
                                "-c",
                                file.toString(),
                                "-p",
                                folder.resolve("nginx").toString(),
                                "-e",
                                "error.log")
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("nginx.log").toFile())
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "end of nginx"));
        Awaitility.await("nginx answers, see " + folder.resolve("nginx.log"))
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .failFast(
                        "nginx ended, see " + folder.resolve("nginx.log"), () -> !process.isAlive())
                .until(() -> Http.status(plain, "/actuator/health/readiness") == 200);
    }

    private String configuration(Path folder, int service) {
        var owner =
                System.getProperty("user.name").equals("root")
                        ? "user root;\n"
                        : ""; // else its own
        return owner
                + """
                daemon off;
                worker_processes %d;
                pid nginx.pid;
                error_log error.log warn;
                events { worker_connections 1024; }
                http {
                    access_log off;
                    sendfile on;
                    tcp_nopush on;
                    keepalive_requests 1000000;
                    client_body_temp_path body;
                    fastcgi_temp_path fastcgi;
                    uwsgi_temp_path uwsgi;
                    scgi_temp_path scgi;
                    proxy_temp_path proxy;
                    proxy_cache_path cache levels=1:2 keys_zone=pages:10m max_size=100m use_temp_path=off;
                    proxy_http_version 1.1;
                    proxy_set_header Connection "";
                    proxy_set_header Host $host:$server_port;
                    proxy_buffers 32 8k;
                    upstream service {
                        server 127.0.0.1:%d;
                        keepalive 64;
                        keepalive_requests 1000000;
                    }
                    server {
                        listen 127.0.0.1:%d;
                        location / { proxy_pass http://service; }
                    }
                    server {
                        listen 127.0.0.1:%d;
                        location / {
                            proxy_pass http://service;
                            proxy_cache pages;
                            proxy_cache_key $request_uri;
                            proxy_cache_lock on;
                            proxy_cache_use_stale updating error timeout;
                            add_header X-Cache $upstream_cache_status;
                        }
                    }
                }
                """
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                service,
                                plain,
                                caching);
    }

    /// Master and workers.
    long[] pids() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .mapToLong(ProcessHandle::pid)
                .toArray();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
