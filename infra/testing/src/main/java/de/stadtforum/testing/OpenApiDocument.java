package de.stadtforum.testing;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// What is said of the whole interface, and what an operation can only say with its path: its concept, and examples of ids.
final class OpenApiDocument implements OpenApiCustomizer {
    private final String service;
    private final OpenApiComments comments;
    private final RequestMappingHandlerMapping handlers;

    OpenApiDocument(
            String service, OpenApiComments comments, RequestMappingHandlerMapping handlers) {
        this.service = service;
        this.comments = comments;
        this.handlers = handlers;
    }

    @Override
    public void customise(OpenAPI document) {
        document.setInfo(
                new Info()
                        .title("Stadtforum: " + service)
                        .version(System.getProperty("stadtforum.version"))
                        .description(comments.ofPackage("de.stadtforum." + service).text()));
        document.setServers(List.of(new Server().url("/")));
        document.getComponents()
                .addSecuritySchemes(
                        OpenApiOperations.SECURITY,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT")
                                .description(
                                        "An access token of the city's identity provider. Whoever has logged in at the gateway needs none there."));
        OpenApiProblems.define(document.getComponents());
        document.setTags(tags());
        var ids = new TreeSet<String>();
        document.getPaths()
                .forEach((path, item) ->
                        item.readOperations().forEach(operation -> place(path, operation, ids)));
    }

    private List<Tag> tags() {
        SortedMap<String, SortedSet<String>> said = new TreeMap<>();
        handlers.getHandlerMethods()
                .forEach((mapping, handler) -> {
                    for (var path : mapping.getPatternValues())
                        if (path.startsWith("/api/"))
                            said.computeIfAbsent(concept(path), _ -> new TreeSet<>())
                                    .add(comments.of(handler.getBeanType()).text());
                });
        return said.entrySet().stream()
                .map(each ->
                        new Tag()
                                .name(each.getKey())
                                .description(String.join(" ", each.getValue())))
                .toList();
    }

    private static void place(String path, Operation operation, SortedSet<String> ids) {
        var concept = concept(path);
        operation.setTags(List.of(concept));
        // without the number that tells handlers of the same name apart
        operation.setOperationId(
                concept + "." + operation.getOperationId().replaceFirst("_\\d+$", ""));
        if (!ids.add(operation.getOperationId()))
            throw new AssertionError("two operations are called " + operation.getOperationId());
        if (operation.getParameters() == null) return;
        for (var parameter : operation.getParameters())
            if ("path".equals(parameter.getIn()))
                parameter.setExample(
                        (parameter.getName().equals("id") ? one(concept) : parameter.getName())
                                + "-1");
    }

    /// `votes` of `/api/session/votes/{id}`.
    private static String concept(String path) {
        return path.split("/")[3];
    }

    /// `body` of `bodies`.
    private static String one(String concept) {
        return concept.replaceFirst("ies$", "y").replaceFirst("s$", "");
    }
}
