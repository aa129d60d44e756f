package de.stadtforum.web;

import de.stadtforum.contracts.FactMapper;
import de.stadtforum.messaging.audit.Audit;
import de.stadtforum.messaging.context.PlatformClock;
import de.stadtforum.messaging.telemetry.Spans;
import de.stadtforum.web.live.LiveEvents;
import de.stadtforum.web.live.LivePages;
import de.stadtforum.web.live.LiveSource;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.TemplateEngine;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.type.LogicalType;

/// Everything that the pages and interfaces of all services have in common.
@AutoConfiguration(
        before = WebMvcAutoConfiguration.class,
        afterName = "de.stadtforum.messaging.MessagingConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import({
    Access.class,
    Callers.class,
    Problems.class,
    Failures.class,
    RefusedForms.class,
    PlainFace.class,
    PageWords.class,
    PublicAddress.class,
    ErrorPages.class,
    Language.class,
    OperationsApi.class,
    OperationsPages.class,
    AuditReading.class,
    AuditApi.class,
    AuditPages.class,
    DeclaredPaths.class,
    RefusedTokens.class
})
class WebConfiguration {
    @Bean
    PlatformClock clock(Environment environment, @Value("${stadtforum.demo.today:}") String today) {
        return new PlatformClock(demo(environment) ? instant(today) : null);
    }

    /// Days that happened and days that are planned are told apart by the service's own clock.
    @Bean
    ValidationConfigurationCustomizer validationByOurClock(Clock clock) {
        return configuration -> configuration.clockProvider(() -> clock);
    }

    private static boolean demo(Environment environment) {
        return environment.acceptsProfiles(Profiles.of("demo"));
    }

    private static @Nullable Instant instant(String today) {
        return today.isEmpty() ? null : Instant.parse(today);
    }

    @Bean
    SecurityFilterChain stateless(
            HttpSecurity http,
            Environment environment,
            Failures failures,
            Callers callers,
            RefusedTokens refused,
            ObjectProvider<Audit> audit,
            ObjectProvider<Spans> spans)
            throws Exception {
        http.authorizeHttpRequests(
                        all -> all.anyRequest().permitAll()) // each handler says who may call it
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable()) // the gateway checks where a request comes from;
                // services know no cookie
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .anonymous(anonymous -> anonymous.disable())
                .oauth2ResourceServer(resource ->
                        resource.jwt(jwt -> jwt.jwtAuthenticationConverter(callers))
                                .authenticationEntryPoint((request, response, failure) -> {
                                    if (failure instanceof InvalidBearerTokenException) {
                                        refused.count();
                                        response.setHeader(
                                                "WWW-Authenticate",
                                                "Bearer error=\"invalid_token\"");
                                    }
                                    failures.refuse(request, response, Denied.to(Actor.RESIDENT));
                                }))
                .headers(headers ->
                        headers.cacheControl(cache -> cache.disable())
                                .addHeaderWriter(new Keeping())
                                .addHeaderWriter(new PagePolicy())
                                .frameOptions(frame -> frame.deny())
                                .referrerPolicy(
                                        referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterBefore(new BodyLimit(failures), BearerTokenAuthenticationFilter.class)
                .addFilterBefore(new WhileAway(failures), BodyLimit.class)
                .addFilterAfter(
                        new RequestContext(
                                demo(environment),
                                failures,
                                spans.getIfAvailable(() -> Spans.NONE)),
                        BearerTokenAuthenticationFilter.class);
        audit.ifAvailable(
                it -> http.addFilterAfter(new AuditTrail(it, failures), RequestContext.class));
        return http.build();
    }

    @Bean
    static BeanPostProcessor checkedTokens() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JwtDecoder decoder ? new CheckedTokens(decoder) : bean;
            }
        };
    }

    @Bean
    LiveEvents liveEvents(ObjectProvider<LiveSource<?>> sources) {
        return new LiveEvents(sources.orderedStream().toList());
    }

    @Bean
    LivePages livePages(LiveEvents events) {
        return new LivePages(events);
    }

    @Bean
    TemplateLinks templateLinks(TemplateEngine templates) {
        var links = new TemplateLinks();
        templates.addLinkBuilder(links);
        return links;
    }

    @Bean
    LinksBelowAPrefix linksBelowAPrefix(PublicAddress address) {
        return new LinksBelowAPrefix(address);
    }

    @Bean
    FormOwner formOwner() {
        return new FormOwner();
    }

    @Bean
    JsonMapperBuilderCustomizer strictInput() {
        return mapper -> {
            FactMapper.readSealedInterfaces(mapper);
            mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .withCoercionConfig(
                            LogicalType.Textual,
                            text -> {
                                text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                                text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                                text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                            });
        };
    }

    @Bean
    WebMvcConfigurer handlers(Access access, Callers callers, FormOwner owner) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(access);
                registry.addInterceptor(new FieldNames());
                registry.addInterceptor(owner);
                registry.addInterceptor(new PagePolicy.OfLivePages());
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(callers);
            }

            @Override
            public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
                resolvers.removeIf(each -> !(each instanceof Failures));
            }
        };
    }
}
