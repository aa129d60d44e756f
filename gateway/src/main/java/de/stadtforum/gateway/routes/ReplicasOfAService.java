package de.stadtforum.gateway.routes;

import de.stadtforum.gateway.upstreams.Addresses;
import de.stadtforum.gateway.upstreams.Readiness;
import java.net.URI;
import java.util.List;
import org.springframework.cloud.client.DefaultServiceInstance;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.loadbalancer.core.DelegatingServiceInstanceListSupplier;
import org.springframework.cloud.loadbalancer.core.HealthCheckServiceInstanceListSupplier;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import org.springframework.cloud.loadbalancer.support.LoadBalancerClientFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import reactor.core.publisher.Flux;

/// What the load balancer knows of one service, in the small context that it makes for each: the replicas that are ready, in turn, without those that failed just now.
class ReplicasOfAService {
    @Bean
    ServiceInstanceListSupplier replicas(
            Environment environment,
            Addresses addresses,
            Readiness readiness,
            FailedReplicas failed,
            LoadBalancerClientFactory balancers) {
        var service = String.valueOf(LoadBalancerClientFactory.getName(environment));
        var ready =
                new HealthCheckServiceInstanceListSupplier(
                        new Configured(service, addresses),
                        balancers,
                        (replica, _) -> readiness.of(replica.getUri()));
        return new Usable(ready, failed);
    }

    /// @param service the name of its route
    private record Configured(String service, Addresses addresses)
            implements ServiceInstanceListSupplier {
        @Override
        public String getServiceId() {
            return service;
        }

        @Override
        public Flux<List<ServiceInstance>> get() {
            return addresses
                    .of(service)
                    .map(all -> all.stream().map(this::replica).toList())
                    .flux();
        }

        private ServiceInstance replica(URI address) {
            return new DefaultServiceInstance(
                    address.toString(), service, address.getHost(), address.getPort(), false);
        }
    }

    private static final class Usable extends DelegatingServiceInstanceListSupplier {
        private final FailedReplicas failed;

        Usable(ServiceInstanceListSupplier ready, FailedReplicas failed) {
            super(ready);
            this.failed = failed;
        }

        @Override
        public Flux<List<ServiceInstance>> get() {
            return delegate.get().map(failed::leftOut);
        }
    }
}
