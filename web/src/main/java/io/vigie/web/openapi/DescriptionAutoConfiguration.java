package io.vigie.web.openapi;

import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** What the description of every API has in common, where there is one. */
@AutoConfiguration
@ConditionalOnClass(GlobalOpenApiCustomizer.class)
class DescriptionAutoConfiguration {

    @Bean
    ProblemAnswers problemAnswers() {
        return new ProblemAnswers();
    }

    @Bean
    NullableFields nullableFields() {
        return new NullableFields();
    }
}
