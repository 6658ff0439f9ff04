package io.vigie.query.trackprogress;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the tokens before every read. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration implements WebMvcConfigurer {

    private final TokenInterceptor tokens;

    TokenConfiguration(TokenInterceptor tokens) {
        this.tokens = tokens;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(tokens).addPathPatterns("/api/**").order(100);
    }
}
