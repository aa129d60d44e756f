package de.stadtforum.testing;

import io.swagger.v3.core.converter.ModelConverterContextImpl;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.lang.annotation.Annotation;
import java.lang.reflect.Executable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;

/// What one operation is for, who may call it, what it takes and how it answers, from its handler.
final class OpenApiOperations implements GlobalOperationCustomizer {
    static final String SECURITY = "token";
    private static final String BEGUN = "Answers$Begun>";
    private static final String JSON = "application/json";
    private static final String FORM = "multipart/form-data";
    private static final String WEB = "de.stadtforum.web.";

    private final OpenApiComments comments;
    private final OpenApiShapes shapes;

    OpenApiOperations(OpenApiComments comments, OpenApiShapes shapes) {
        this.comments = comments;
        this.shapes = shapes;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        var may = may(handler);
        operation.setOperationId(handler.getMethod().getName());
        describe(operation, handler, may);
        operation.setParameters(parameters(operation, handler));
        operation.setResponses(responses(operation, handler, may.isPresent()));
        operation.setSecurity(
                may.isPresent()
                        ? List.of(new SecurityRequirement().addList(SECURITY))
                        : List.of(
                                new SecurityRequirement(),
                                new SecurityRequirement().addList(SECURITY)));
        may.ifPresent(right -> operation.addExtension("x-roles", right.roles));
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().setRequired(true);
            var content = operation.getRequestBody().getContent();
            operation
                    .getRequestBody()
                    .setContent(
                            file(handler)
                                    .map(OpenApiOperations::form)
                                    .orElseGet(() -> json(content)));
        }
        return operation;
    }

    /// @param where the roles must have been given; empty for anywhere
    private record Right(List<String> roles, String where) {
        String inWords() {
            if (roles.isEmpty()) return "Needs a login.";
            return "Needs one of these roles%s: %s."
                    .formatted(
                            where,
                            roles.stream()
                                    .map(role -> "`" + role + "`")
                                    .collect(Collectors.joining(", ")));
        }
    }

    private static Optional<Right> may(HandlerMethod handler) {
        var stated = MergedAnnotations.from(handler.getMethod());
        var may = stated.get(WEB + "May");
        if (!may.isPresent()) return Optional.empty();
        var roles =
                Arrays.stream((Object[]) may.getValue("value").orElseThrow())
                        .map(role -> role.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList();
        var in = stated.get(WEB + "In");
        if (!in.isPresent()) return Optional.of(new Right(roles, ""));
        var field = in.getString("field");
        var kind = in.getClass("value").getSimpleName();
        return Optional.of(
                new Right(
                        roles,
                        !field.isEmpty()
                                ? ", given where `%s` says".formatted(field)
                                : kind.equals("Scope")
                                        ? ", given for `{%s}`".formatted(in.getString("path"))
                                        : ", given where the %s `{%s}` belongs"
                                                .formatted(words(kind), in.getString("path"))));
    }

    /// From the handler's comment, else from its name.
    private void describe(Operation operation, HandlerMethod handler, Optional<Right> may) {
        var text = comments.of(handler.getMethod()).text();
        if (text.isEmpty()) text = capital(words(handler.getMethod().getName())) + ".";
        var end = text.indexOf(". ") < 0 ? text.length() : text.indexOf(". ") + 1;
        operation.setSummary(text.substring(0, end).replaceFirst("\\.$", ""));
        var rest = new ArrayList<String>();
        if (end < text.length()) rest.add(text.substring(end).strip());
        rest.add(may.map(Right::inWords).orElse("Open to everybody."));
        operation.setDescription(String.join("\n\n", rest));
    }

    private @Nullable List<Parameter> parameters(Operation operation, HandlerMethod handler) {
        if (operation.getParameters() == null) return null;
        for (var each : handler.getMethodParameters()) {
            if (!each.hasParameterAnnotation(PathVariable.class)
                    && !each.hasParameterAnnotation(RequestParam.class)) continue;
            var name = each.getParameter().getName();
            operation.getParameters().stream()
                    .filter(known -> known.getName().equals(name))
                    .forEach(known -> known.schema(schema(each)).description(said(each, name)));
        }
        return operation.getParameters();
    }

    private static @Nullable String said(MethodParameter parameter, String name) {
        if (!isList(parameter.getExecutable())) return null;
        return switch (name) {
            case "limit" -> "How many lines at most.";
            case "cursor" ->
                    "Where the next lines begin, as `Link` of the lines before gave it; good for the same list and filter alone.";
            default -> null;
        };
    }

    /// Lists have an end and a next.
    private static boolean isList(Executable handler) {
        return Arrays.stream(handler.getParameters())
                .anyMatch(each ->
                        OpenApiRules.has(
                                OpenApiRules.together(
                                        each.getAnnotations(),
                                        each.getAnnotatedType().getAnnotations()),
                                "Cursor"));
    }

    private static void listed(ApiResponse answer) {
        answer.addHeaderObject(
                "Link",
                OpenApiProblems.header(
                        "Where the next lines are, as `rel=\"next\"`, relative to this address; missing at the end.",
                        "string"));
        answer.addHeaderObject(
                "Total-Count",
                OpenApiProblems.header(
                        "How many lines the list has; missing where they are not counted.",
                        "integer"));
    }

    private Schema<?> schema(MethodParameter parameter) {
        var declared = parameter.getExecutable().getAnnotatedParameterTypes();
        var type = declared[parameter.getParameterIndex()];
        List<Annotation> annotations =
                OpenApiRules.together(parameter.getParameterAnnotations(), type.getAnnotations());
        var schema =
                shapes.of(
                        parameter.getGenericParameterType(),
                        type,
                        annotations,
                        new ModelConverterContextImpl(List.of(shapes)));
        var asked = parameter.getParameterAnnotation(RequestParam.class);
        if (asked != null && !asked.defaultValue().equals(ValueConstants.DEFAULT_NONE))
            schema.setDefault(
                    schema.getMinimum() == null
                            ? asked.defaultValue()
                            : Integer.valueOf(asked.defaultValue()));
        return schema;
    }

    private static ApiResponses responses(
            Operation operation, HandlerMethod handler, boolean closed) {
        var content =
                operation.getResponses().values().stream()
                        .map(ApiResponse::getContent)
                        .filter(each -> each != null && !each.isEmpty())
                        .findFirst();
        var responses = new ApiResponses();
        // what is created answers 201, and 200 where it was there already
        var mayCreate =
                handler.getMethod().getReturnType() == ResponseEntity.class
                        && operation.getRequestBody() != null;
        for (var status : statuses(operation, handler, mayCreate)) {
            var answer =
                    new ApiResponse()
                            .description(
                                    said(status, mayCreate, operation.getRequestBody() != null));
            content.ifPresent(known -> answer.setContent(json(known)));
            if (isList(handler.getMethod())) listed(answer);
            responses.addApiResponse(String.valueOf(status), answer);
        }
        var named =
                operation.getParameters() != null
                        && !operation.getParameters().isEmpty()
                        && !isList(handler.getMethod());
        OpenApiProblems.add(responses, named, closed, operation.getRequestBody() != null);
        return responses;
    }

    /// What takes its time answers 202 and goes on.
    private static List<Integer> statuses(
            Operation operation, HandlerMethod handler, boolean mayCreate) {
        var type = handler.getMethod().getGenericReturnType().getTypeName();
        if (handler.hasMethodAnnotation(ResponseStatus.class)) return List.of(201);
        if (!type.endsWith(BEGUN)) return mayCreate ? List.of(201, 200) : List.of(200);
        return handler.hasMethodAnnotation(PutMapping.class) ? List.of(202, 200) : List.of(202);
    }

    private static String said(int status, boolean mayCreate, boolean command) {
        if (status == HttpStatus.CREATED.value()) return "It is there now.";
        if (status == HttpStatus.ACCEPTED.value())
            return "It has begun, and goes on; `Location` says where to see how far it is.";
        if (mayCreate) return "It was there already, with the same content.";
        return command ? "Done, also when repeated." : "As it is now.";
    }

    /// The part of a form in which a file is sent.
    private static Optional<String> file(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .filter(each -> each.getParameterType() == MultipartFile.class)
                .map(each -> each.getParameter().getName())
                .findFirst();
    }

    private static Content form(String file) {
        var bytes = new Schema<>(SpecVersion.V31);
        bytes.addType("string");
        bytes.setFormat(OpenApiShapes.BINARY);
        var form = new Schema<>(SpecVersion.V31);
        form.addType("object");
        form.addProperty(file, bytes);
        form.addRequiredItem(file);
        return new Content().addMediaType(FORM, new MediaType().schema(form));
    }

    /// JSON, but for the bytes of a file.
    private static Content json(Content content) {
        var schema = content.values().iterator().next().getSchema();
        var type =
                OpenApiShapes.BINARY.equals(schema.getFormat()) ? "application/octet-stream" : JSON;
        return new Content().addMediaType(type, new MediaType().schema(schema));
    }

    /// `findQuorum` is "find quorum".
    private static String words(String camel) {
        return camel.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ").toLowerCase(Locale.ROOT);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
