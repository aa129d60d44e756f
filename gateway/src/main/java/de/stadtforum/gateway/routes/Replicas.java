package de.stadtforum.gateway.routes;

import org.springframework.cloud.loadbalancer.annotation.LoadBalancerClients;
import org.springframework.context.annotation.Configuration;

/// A service with several addresses is reached through Spring Cloud's load balancer; one with a single address costs nothing of it.
@Configuration
@LoadBalancerClients(defaultConfiguration = ReplicasOfAService.class)
class Replicas {}
