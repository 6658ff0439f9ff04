package io.vigie.access.requests;

import io.vigie.access.Actor;
import io.vigie.access.rules.AccessRule;
import io.vigie.access.rules.AccessRules;
import io.vigie.access.rules.Reach;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A service with an endpoint for every rule that has none, which says who called it; reads answer from another thread. */
@SpringBootApplication
class Toy {

    private final RequestMappingHandlerMapping endpoints;
    private final AccessRules rules;

    Toy(RequestMappingHandlerMapping requestMappingHandlerMapping, AccessRules rules) {
        this.endpoints = requestMappingHandlerMapping;
        this.rules = rules;
    }

    @Bean
    static Clock clock() {
        return AccessIT.CLOCK;
    }

    @EventListener(ApplicationReadyEvent.class)
    void anEndpointForEveryRule() throws NoSuchMethodException {
        Method read = Toy.class.getDeclaredMethod("read", HttpServletRequest.class, Map.class);
        Method write = Toy.class.getDeclaredMethod("write", HttpServletRequest.class);
        Set<String> real = endpoints.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream())
                .collect(Collectors.toSet());
        for (AccessRule rule : rules.all()) {
            if (real.contains(rule.path().getPatternString())) {
                continue;
            }
            endpoints.registerMapping(
                    RequestMappingInfo.paths(rule.path().getPatternString())
                            .methods(RequestMethod.valueOf(rule.method()))
                            .build(),
                    this,
                    rule.method().equals("GET") ? read : write);
        }
    }

    @ResponseBody
    Callable<String> read(HttpServletRequest request, @RequestParam Map<String, String> query) {
        return () -> write(request);
    }

    @ResponseBody
    String write(HttpServletRequest request) {
        switch (String.valueOf(request.getHeader("X-Toy"))) {
            case "denied" -> throw new AccessDeniedException("the secret of the house");
            case "unknown" -> throw new BadCredentialsException("the secret of the house");
            default -> {}
        }
        return Actor.current().map(actor -> actor.id() + " " + actor.roles()).orElse("nobody") + " "
                + Reach.of(request);
    }

    static void main(String[] arguments) {
        SpringApplication.run(Toy.class, arguments);
    }
}
