package io.vigie.access.requests;

import io.vigie.access.rules.AccessRules;
import io.vigie.web.StartRefused;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Keeps a service from starting whose endpoints somebody forgot to write a rule for: nobody could ever call them. */
final class EveryEndpointHasARule implements SmartInitializingSingleton {

    private static final String ACTUATOR = "/actuator";

    private final AccessRules rules;
    private final ObjectProvider<RequestMappingInfoHandlerMapping> endpoints;

    EveryEndpointHasARule(AccessRules rules, ObjectProvider<RequestMappingInfoHandlerMapping> endpoints) {
        this.rules = rules;
        this.endpoints = endpoints;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> without = endpoints.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .flatMap(endpoint -> named(
                        endpoint.getKey(),
                        endpoint.getValue().getBeanType().getPackageName().startsWith("io.vigie.")))
                .filter(name -> !hasRule(name.substring(0, name.indexOf(' ')), name.substring(name.indexOf(' ') + 1)))
                .sorted()
                .toList();
        if (!without.isEmpty()) {
            throw new StartRefused(
                    "No rule says who may call " + String.join(", ", without) + ".",
                    "Add a line for each to rules.txt of the module access.");
        }
    }

    private boolean hasRule(String method, String pattern) {
        return pattern.startsWith(ACTUATOR)
                ? rules.of(method, PathContainer.parsePath(pattern)).isPresent()
                : rules.ofEndpoint(method, pattern).isPresent();
    }

    /** Those of Vigie's own, and those of the actuator, of which many may have one rule. */
    private static Stream<String> named(RequestMappingInfo endpoint, boolean own) {
        Set<RequestMethod> methods = endpoint.getMethodsCondition().getMethods();
        Set<RequestMethod> any = methods.isEmpty() ? Set.of(RequestMethod.values()) : methods;
        return endpoint.getPatternValues().stream()
                .filter(pattern -> own || pattern.startsWith(ACTUATOR))
                .flatMap(pattern -> any.stream().map(method -> method + " " + pattern));
    }
}
