package de.stadtforum.gateway.routes;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.CompletionContext;
import org.springframework.cloud.client.loadbalancer.CompletionContext.Status;
import org.springframework.cloud.client.loadbalancer.LoadBalancerLifecycle;
import org.springframework.cloud.client.loadbalancer.Request;
import org.springframework.cloud.client.loadbalancer.Response;
import org.springframework.stereotype.Component;

/// Replicas to which a connection failed just now: nobody else is sent there until their readiness was asked for again.
@Component
class FailedReplicas implements LoadBalancerLifecycle<Object, Object, ServiceInstance> {
    /// Longer than a round of [Readiness] takes.
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final Cache<URI, Boolean> failed =
            Caffeine.newBuilder().expireAfterWrite(PAUSE).maximumSize(1_000).build();

    @Override
    public void onStart(Request<Object> request) {}

    @Override
    public void onStartRequest(Request<Object> request, Response<ServiceInstance> chosen) {}

    @Override
    public void onComplete(CompletionContext<Object, ServiceInstance, Object> ended) {
        var chosen = ended.getLoadBalancerResponse();
        var replica = chosen == null ? null : chosen.getServer();
        if (ended.status() == Status.FAILED
                && ended.getThrowable() instanceof IOException
                && replica != null) failed.put(replica.getUri(), true);
    }

    /// All of them when each has failed: one of them may be back.
    List<ServiceInstance> leftOut(List<ServiceInstance> all) {
        var others =
                all.stream().filter(each -> failed.getIfPresent(each.getUri()) == null).toList();
        return others.isEmpty() ? all : others;
    }
}
