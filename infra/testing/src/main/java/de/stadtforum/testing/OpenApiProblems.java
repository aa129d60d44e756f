package de.stadtforum.testing;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.List;

/// How a request fails, and which request may fail in which way: always with problem details (RFC 9457).
enum OpenApiProblems {
    INVALID(400, "The input breaks a rule; `errors` names each field with its rule."),
    LOGIN_NEEDED(401, "The token is missing, expired, forged or for somebody else."),
    ROLE_NEEDED(403, "Whoever this is, they may not do this here."),
    NOT_FOUND(404, "Nothing has this id."),
    NOT_ACCEPTABLE(406, "There is no answer in the format asked for."),
    REFUSED(409, "A rule of the process refuses it; `rule` says which."),
    TOO_LARGE(413, "No body is longer than 256 KB."),
    NOT_JSON(415, "A body is JSON."),
    TOO_MANY(429, "Too many requests; `Retry-After` says when to come again."),
    BUSY(503, "Busy, or a part of the service is away; `Retry-After` says when to come again.");

    private static final String SCHEMA = "Problem";

    private final int status;
    private final String description;

    OpenApiProblems(int status, String description) {
        this.status = status;
        this.description = description;
    }

    /// @param named the path names something that may not exist
    /// @param closed not everybody may
    /// @param changing it is a command with a body
    static void add(ApiResponses responses, boolean named, boolean closed, boolean changing) {
        var which = new ArrayList<>(List.of(INVALID, LOGIN_NEEDED, NOT_ACCEPTABLE, TOO_MANY, BUSY));
        if (closed) which.add(ROLE_NEEDED);
        if (named) which.add(NOT_FOUND);
        if (changing || named && closed) which.add(REFUSED);
        if (changing) which.addAll(List.of(TOO_LARGE, NOT_JSON));
        for (var each : which)
            responses.addApiResponse(
                    String.valueOf(each.status),
                    new ApiResponse().$ref("#/components/responses/" + each.name()));
    }

    static void define(Components components) {
        components.addSchemas(SCHEMA, problem());
        for (var each : values()) components.addResponses(each.name(), each.response());
    }

    private ApiResponse response() {
        var problem = new Schema<>(SpecVersion.V31);
        problem.set$ref("#/components/schemas/" + SCHEMA);
        var response =
                new ApiResponse()
                        .description(description)
                        .content(
                                new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType().schema(problem)));
        return switch (this) {
            case TOO_MANY, BUSY ->
                    response.addHeaderObject("Retry-After", header("Seconds.", "integer"));
            case LOGIN_NEEDED ->
                    response.addHeaderObject("WWW-Authenticate", header("`Bearer`.", "string"));
            default -> response;
        };
    }

    static Header header(String description, String type) {
        return new Header().description(description).schema(typed(type, ""));
    }

    private static Schema<Object> problem() {
        var field =
                typed("object", "")
                        .addProperty("field", typed("string", "Its path in the input."))
                        .addProperty("rule", typed("string", "The name of the check."))
                        .addProperty("message", typed("string", "The rule in words."))
                        .required(List.of("field", "message", "rule"));
        Schema<Object> schema = typed("object", "What is wrong with a request (RFC 9457).");
        schema.addProperty("title", typed("string", ""));
        schema.addProperty("status", typed("integer", "The status of the answer."));
        schema.addProperty("detail", typed("string", "The rule in words."));
        schema.addProperty("instance", typed("string", "The path that was asked for."));
        schema.addProperty("rule", typed("string", "The rule that refused it."));
        schema.addProperty("errors", typed("array", "The fields that break a rule.").items(field));
        schema.setRequired(List.of("detail", "status", "title"));
        return schema;
    }

    private static Schema<Object> typed(String type, String description) {
        var schema = new Schema<Object>(SpecVersion.V31);
        schema.addType(type);
        if (!description.isEmpty()) schema.setDescription(description);
        return schema;
    }
}
