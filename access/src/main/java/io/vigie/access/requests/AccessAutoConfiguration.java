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
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.context.request.async.WebAsyncManagerIntegrationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servletapi.SecurityContextHolderAwareRequestFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
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
    WhoseTokens whoseTokens(
            ObjectProvider<Tokens> kept, Strangers strangers, AccessSettings settings, ObjectProvider<Clock> clock) {
        Clock now = clock.getIfAvailable(Clock::systemUTC);
        GivenTokens given = new GivenTokens(settings.operators());
        Function<byte[], Optional<Known>> find = hash -> given.find(hash)
                .or(() -> Optional.ofNullable(kept.getIfAvailable()).flatMap(tokens -> tokens.find(hash)));
        return new WhoseTokens(new Remembered(SecretText.TOKEN, find, now), strangers, settings.jwt(), now);
    }

    @Bean
    RememberedSessions rememberedSessions(ObjectProvider<Sessions> sessions, ObjectProvider<Clock> clock) {
        Sessions kept = sessions.getIfAvailable();
        return new RememberedSessions(
                kept == null
                        ? null
                        : new Remembered(SecretText.SESSION, kept::find, clock.getIfAvailable(Clock::systemUTC)));
    }

    @Bean
    LastingProofs lastingProofs(WhoseTokens tokens, RememberedSessions sessions) {
        return new LastingProofs(tokens, sessions.memory());
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

    /** Requests are measured as a whole; to measure each step of letting them in costs more than the steps. */
    @Bean
    SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    HttpFirewall judgedBefore() {
        return new JudgedBefore();
    }

    /** What every request passes, in this order and nothing else: each step costs all of them. */
    @Bean
    SecurityFilterChain everyRequest(
            AccessRules rules,
            AuthenticationManagerResolver<HttpServletRequest> whose,
            RememberedSessions sessions,
            Strangers strangers,
            AccessSettings settings)
            throws ServletException {
        Refusals refusals = new Refusals(rules);
        SecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();
        List<Filter> steps = new ArrayList<>();
        // Whoever answers in another thread does it for the same actor.
        steps.add(new WebAsyncManagerIntegrationFilter());
        steps.add(new SecurityContextHolderFilter(contexts));
        steps.add(Headers.ofEveryAnswer());
        BearerTokenAuthenticationFilter tokens = new BearerTokenAuthenticationFilter(whose);
        tokens.setSecurityContextRepository(contexts);
        tokens.setAuthenticationEntryPoint(refusals);
        steps.add(tokens);
        Remembered known = sessions.memory();
        if (known != null) {
            steps.add(new SessionFilter(rules, known, strangers, contexts));
        }
        // The health page asks the request who it is from.
        SecurityContextHolderAwareRequestFilter asking = new SecurityContextHolderAwareRequestFilter();
        asking.afterPropertiesSet();
        steps.add(asking);
        steps.add(new AnonymousAuthenticationFilter("nobody"));
        ExceptionTranslationFilter refused = new ExceptionTranslationFilter(refusals, new NullRequestCache());
        refused.setAccessDeniedHandler(refusals);
        steps.add(refused);
        if (settings.requestsPerSecond() != 0) {
            steps.add(new RequestLimit(settings.requestsPerSecond(), TimeMeter.SYSTEM_NANOTIME));
        }
        steps.add(new AuthorizationFilter(new ByTheRules(rules)));
        return new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, steps);
    }
}
