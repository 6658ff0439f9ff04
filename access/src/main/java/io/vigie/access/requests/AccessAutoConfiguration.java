package io.vigie.access.requests;

import io.github.bucket4j.TimeMeter;
import io.vigie.access.AccessSettings;
import io.vigie.access.recordreads.Reads;
import io.vigie.access.recordreads.RecordingReads;
import io.vigie.access.rules.AccessRules;
import io.vigie.access.signin.Sessions;
import io.vigie.access.tokens.GivenTokens;
import io.vigie.access.tokens.Known;
import io.vigie.access.tokens.Remembered;
import io.vigie.access.tokens.SecretText;
import io.vigie.access.tokens.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** What every HTTP service has by depending on this module: nobody does anything here that no rule allows. */
@AutoConfiguration
@ConditionalOnWebApplication(type = Type.SERVLET)
@Import({Keeping.class, Management.class})
@EnableConfigurationProperties(AccessSettings.class)
class AccessAutoConfiguration {

    @Bean
    AccessRules accessRules() {
        return AccessRules.published();
    }

    @Bean
    Strangers strangers() {
        return new Strangers(TimeMeter.SYSTEM_NANOTIME);
    }

    @Bean
    RefusedWhileAnswering refusedWhileAnswering() {
        return new RefusedWhileAnswering();
    }

    @Bean
    DatabaseAway databaseAway(ResponseEntityExceptionHandler problems) {
        return new DatabaseAway(problems);
    }

    @Bean
    AuthenticationManagerResolver<HttpServletRequest> whoseTokens(
            ObjectProvider<Tokens> kept, Strangers strangers, AccessSettings settings, ObjectProvider<Clock> clock) {
        Clock now = clock.getIfAvailable(Clock::systemUTC);
        GivenTokens given = new GivenTokens(settings.operators());
        Function<byte[], Optional<Known>> find = hash -> given.find(hash)
                .or(() -> Optional.ofNullable(kept.getIfAvailable()).flatMap(tokens -> tokens.find(hash)));
        return new WhoseTokens(new Remembered(SecretText.TOKEN, find, now), strangers, settings.jwt(), now);
    }

    /** After the check of the query: a question that isn't one gets no answer, and needs no record. */
    @Bean
    WebMvcConfigurer recordingReads(AccessRules rules, ObjectProvider<Reads> reads) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new RecordingReads(rules, reads.getIfAvailable()))
                        .order(Ordered.HIGHEST_PRECEDENCE + 1);
            }
        };
    }

    @Bean
    EveryEndpointHasARule everyEndpointHasARule(
            AccessRules rules, ObjectProvider<RequestMappingInfoHandlerMapping> endpoints) {
        return new EveryEndpointHasARule(rules, endpoints);
    }

    /** What the firewall would refuse for its method is told by the rules: 405 with those that are taken. */
    @Bean
    HttpFirewall anyMethod() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    /** Requests are measured as a whole; to measure each step of letting them in costs more than the steps. */
    @Bean
    SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain everyRequest(
            HttpSecurity http,
            AccessRules rules,
            AuthenticationManagerResolver<HttpServletRequest> whose,
            ObjectProvider<Sessions> sessions,
            Strangers strangers,
            AccessSettings settings,
            ObjectProvider<Clock> clock)
            throws Exception {
        Refusals refusals = new Refusals(rules);
        // By itself: Spring's configurer for resource servers would also tell everybody about this one.
        BearerTokenAuthenticationFilter tokens = new BearerTokenAuthenticationFilter(whose);
        tokens.setAuthenticationEntryPoint(refusals);
        sessions.ifAvailable(kept -> http.addFilterBefore(
                new SessionFilter(
                        rules,
                        new Remembered(SecretText.SESSION, kept::find, clock.getIfAvailable(Clock::systemUTC)),
                        strangers),
                AnonymousAuthenticationFilter.class));
        if (settings.requestsPerSecond() != 0) {
            http.addFilterBefore(
                    new RequestLimit(settings.requestsPerSecond(), TimeMeter.SYSTEM_NANOTIME),
                    AuthorizationFilter.class);
        }
        return http.authorizeHttpRequests(requests -> requests.anyRequest().access(new ByTheRules(rules)))
                .addFilterBefore(tokens, AnonymousAuthenticationFilter.class)
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .sessionManagement(management -> management.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // By SessionCookie, for sessions; a token in a header is sent by no browser on its own.
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }
}
