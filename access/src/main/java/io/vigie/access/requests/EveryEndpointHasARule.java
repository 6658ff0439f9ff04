package io.vigie.access.requests;

import io.vigie.access.rules.AccessRules;
import io.vigie.web.StartRefused;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Keeps a service from starting whose endpoints somebody forgot to write a rule for: nobody could ever call them. */
final class EveryEndpointHasARule implements SmartInitializingSingleton {

    private final AccessRules rules;
    private final ObjectProvider<RequestMappingHandlerMapping> endpoints;

    EveryEndpointHasARule(AccessRules rules, ObjectProvider<RequestMappingHandlerMapping> endpoints) {
        this.rules = rules;
        this.endpoints = endpoints;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> without = endpoints.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(endpoint ->
                        endpoint.getValue().getBeanType().getPackageName().startsWith("io.vigie"))
                .flatMap(endpoint -> named(endpoint.getKey()))
                .filter(name -> rules.ofEndpoint(
                                name.substring(0, name.indexOf(' ')), name.substring(name.indexOf(' ') + 1))
                        .isEmpty())
                .sorted()
                .toList();
        if (!without.isEmpty()) {
            throw new StartRefused(
                    "No rule says who may call " + String.join(", ", without) + ".",
                    "Add a line for each to rules.txt of the module access.");
        }
    }

    private static Stream<String> named(RequestMappingInfo endpoint) {
        Set<RequestMethod> methods = endpoint.getMethodsCondition().getMethods();
        Set<RequestMethod> any = methods.isEmpty() ? Set.of(RequestMethod.values()) : methods;
        return endpoint.getPatternValues().stream()
                .flatMap(pattern -> any.stream().map(method -> method + " " + pattern));
    }
}
