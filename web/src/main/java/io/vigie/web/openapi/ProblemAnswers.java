package io.vigie.web.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Tells that any request may be answered by a problem (RFC 9457), and what is in one. */
final class ProblemAnswers implements GlobalOpenApiCustomizer {

    private static final String NAME = "Problem";

    @Override
    public void customise(OpenAPI api) {
        api.schema(NAME, problem());
        api.getPaths().values().forEach(path -> path.readOperations()
                .forEach(operation -> operation.getResponses().addApiResponse("default", answer())));
    }

    private static ApiResponse answer() {
        return new ApiResponse()
                .description("what is wrong with the request, or why it can't be answered now")
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + NAME))));
    }

    private static Schema<?> problem() {
        return typed(new ObjectSchema(), "object")
                .addProperty("type", typed(new StringSchema(), "string").format("uri-reference"))
                .addProperty("title", typed(new StringSchema(), "string"))
                .addProperty("status", typed(new IntegerSchema(), "integer"))
                .addProperty("detail", typed(new StringSchema(), "string"))
                .addProperty(
                        "instance", typed(new StringSchema(), "string").description("urn:vigie:request:CORRELATION-ID"))
                .addProperty("errors", typed(new ArraySchema().items(fault()), "array"))
                .addRequiredItem("type")
                .addRequiredItem("title")
                .addRequiredItem("status")
                .addRequiredItem("detail");
    }

    private static Schema<?> fault() {
        return typed(new ObjectSchema(), "object")
                .description("one fault: where it is, and what would be right")
                .addProperty("field", typed(new StringSchema(), "string"))
                .addProperty("message", typed(new StringSchema(), "string"));
    }

    /** OpenAPI 3.1 knows {@code types} only. */
    private static Schema<?> typed(Schema<?> schema, String type) {
        schema.addType(type);
        return schema;
    }
}
