package io.vigie.command.platform;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.util.Arrays;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/** What every command's description has in common. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(CommandRequest.class);
    }

    @Bean
    OpenAPI commandApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Vigie: commands")
                        .version("1")
                        .description(
                                "What can be told about clients and account managers. Errors are RFC 9457 problems."));
    }

    @Bean
    OperationCustomizer headersOfCommands() {
        return (operation, method) -> {
            if (isCommand(method)) {
                operation.addParametersItem(new HeaderParameter()
                        .name("Idempotency-Key")
                        .description("sent again with the same key within 24 hours, a command has no second effect")
                        .schema(new StringSchema().minLength(1).maxLength(255)));
                operation.addParametersItem(new HeaderParameter()
                        .name("If-Match")
                        .description("versions in quotes; 412 unless the aggregate has one of them")
                        .schema(new StringSchema()));
                operation
                        .getResponses()
                        .values()
                        .forEach(answer -> answer.addHeaderObject(
                                "Idempotency-Replayed",
                                new Header()
                                        .description("true when this was answered before")
                                        .schema(new StringSchema())));
            }
            return operation;
        };
    }

    private static boolean isCommand(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == CommandRequest.class);
    }
}
