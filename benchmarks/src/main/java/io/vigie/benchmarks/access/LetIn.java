package io.vigie.benchmarks.access;

import io.vigie.access.Actor;
import io.vigie.access.Role;
import io.vigie.access.rules.Reach;
import jakarta.servlet.Filter;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Instead of all filters of Spring Security: one that takes everybody for the same person, who may do everything. */
@Configuration(proxyBeanMethods = false)
class LetIn {

    /** What Spring Boot would set up by itself. */
    static final String EXCLUDED = "--spring.autoconfigure.exclude="
            + String.join(
                    ",",
                    List.of(
                            "org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
                            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
                            "org.springframework.boot.security.autoconfigure.actuate.web.servlet"
                                    + ".ManagementWebSecurityAutoConfiguration",
                            "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
                            "org.springframework.boot.security.autoconfigure.web.servlet"
                                    + ".ServletWebSecurityAutoConfiguration",
                            "org.springframework.boot.security.oauth2.server.resource.autoconfigure"
                                    + ".OAuth2ResourceServerAutoConfiguration",
                            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.web"
                                    + ".OAuth2ResourceServerWebSecurityAutoConfiguration"));

    @Bean
    static BeanDefinitionRegistryPostProcessor withoutTheChain() {
        return registry -> registry.removeBeanDefinition("everyRequest");
    }

    @Bean
    FilterRegistrationBean<Filter> everybody() {
        Actor actor = new Actor("benchmark", Actor.Proof.TOKEN, Set.of(Role.AGENCY_MANAGER), null);
        SecurityContextImpl context =
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(actor, null, actor.roles()));
        return new FilterRegistrationBean<>((request, response, chain) -> {
            SecurityContextHolder.setContext(context);
            request.setAttribute(Reach.class.getName(), Reach.ALL);
            try {
                chain.doFilter(request, response);
            } finally {
                SecurityContextHolder.clearContext();
            }
        });
    }
}
