package io.vigie.query.platform;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.vigie.access.Role;
import io.vigie.access.rules.AccessRule;
import io.vigie.access.rules.AccessRules;
import io.vigie.access.rules.Reach;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What the query parameters of the reads may be; {@link Asked} demands the same. One that means something else to an
 * endpoint is described there.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final Map<String, Described> PARAMETERS = Map.ofEntries(
            Map.entry("limit", new Described("items on a page; 50 unless told otherwise", ApiDescription::limit)),
            Map.entry("cursor", new Described("next of the page before", ApiDescription::text)),
            Map.entry("band", new Described("of the risk", () -> oneOf("low", "medium", "high"))),
            Map.entry("status", new Described("whether the client is still one", () -> oneOf("active", "left"))),
            Map.entry(
                    "sort",
                    new Described(
                            "risk: highest first; value: largest first", () -> oneOf("risk", "onboardedOn", "value"))),
            Map.entry("unassigned", new Described("nobody looks after the client", ApiDescription::flag)),
            Map.entry("state", new Described("where the client is, a two-letter code", () -> text().pattern(
                            "[A-Za-z]{2}"))),
            Map.entry("minScore", new Described("lowest risk", ApiDescription::share)),
            Map.entry("maxScore", new Described("a higher risk than any; 1 includes 1", ApiDescription::share)),
            Map.entry("minValue", new Described("what the client has bought at least", ApiDescription::amount)),
            Map.entry(
                    "q",
                    new Described("words of name and company; 403 for whoever is told no names", () -> text().maxLength(
                                    200))),
            Map.entry("accountManagerId", new Described("who looks after the client", () -> text().pattern(
                            "[A-Za-z0-9._-]{1,64}"))),
            Map.entry("consistencyToken", new Described("the answer covers every event up to it", () -> text().pattern(
                            "[0-9]{1,19}"))),
            Map.entry("await", new Described("the answer covers their scores too", () -> oneOf("score"))));

    private record Described(String meaning, Supplier<Schema<?>> schema) {}

    @Bean
    OperationCustomizer queryParameters() {
        return (operation, method) -> {
            if (operation.getParameters() != null) {
                operation.getParameters().stream()
                        .filter(parameter -> parameter.getIn().equals("query") && parameter.getDescription() == null)
                        .forEach(parameter -> {
                            Described described = PARAMETERS.get(parameter.getName());
                            if (described != null) {
                                parameter
                                        .description(described.meaning())
                                        .schema(described.schema().get());
                            }
                        });
            }
            return operation;
        };
    }

    /** As the table of rules says it. */
    @Bean
    OperationCustomizer reaches(AccessRules rules) {
        return (operation, method) -> {
            RequestMapping mapping =
                    AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
            if (mapping != null && mapping.method().length == 1 && mapping.path().length == 1) {
                rules.ofEndpoint(mapping.method()[0].name(), mapping.path()[0]).ifPresent(rule -> {
                    describe(operation, rule, Reach.OWN, "there is only its own portfolio");
                    describe(operation, rule, Reach.MASKED, "fields that tell who somebody is are absent");
                });
            }
            return operation;
        };
    }

    private static void describe(Operation operation, AccessRule rule, Reach reach, String meaning) {
        String roles = Arrays.stream(Role.values())
                .filter(role -> rule.reaches().get(role) == reach)
                .map(Role::toString)
                .collect(Collectors.joining(", "));
        if (!roles.isEmpty()) {
            String before = operation.getDescription() == null ? "" : operation.getDescription() + " ";
            operation.setDescription(before + "For the role " + roles + " " + meaning + ".");
        }
    }

    private static Schema<?> limit() {
        return typed("integer", Asked.USUAL_LIMIT).minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(Asked.MOST));
    }

    private static Schema<?> share() {
        return typed("number", null).minimum(BigDecimal.ZERO).maximum(BigDecimal.ONE);
    }

    private static Schema<?> amount() {
        return typed("number", null).minimum(BigDecimal.ZERO);
    }

    private static Schema<?> flag() {
        return typed("boolean", null);
    }

    private static Schema<?> text() {
        return typed("string", null);
    }

    private static Schema<?> oneOf(String... words) {
        Schema<Object> schema = typed("string", null);
        schema.setEnum(List.of((Object[]) words));
        return schema;
    }

    private static Schema<Object> typed(String type, @Nullable Object usual) {
        Schema<Object> schema = new Schema<>();
        schema.addType(type);
        if (usual != null) {
            schema.setDefault(usual);
        }
        return schema;
    }
}
