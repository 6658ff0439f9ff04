package io.vigie.access.requests;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.access.rules.AccessRules;
import io.vigie.web.StartRefused;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

class EveryEndpointHasARuleTest {

    private final RequestMappingHandlerMapping endpoints = new RequestMappingHandlerMapping();

    @Test
    void givenEndpointsWithRules_whenStarted_thenItStarts() throws NoSuchMethodException {
        endpoint("/api/clients", RequestMethod.GET, RequestMethod.POST);
        endpoint("/api/clients/{clientId}", RequestMethod.GET);

        assertThatCode(this::start).doesNotThrowAnyException();
    }

    @Test
    void givenEndpointWithoutRule_whenStarted_thenItSaysWhichAndDoesNot() throws NoSuchMethodException {
        endpoint("/api/clients", RequestMethod.GET);
        endpoint("/api/clients/{id}/shoes", RequestMethod.PUT);

        assertThatThrownBy(this::start)
                .isInstanceOf(StartRefused.class)
                .hasMessage("No rule says who may call PUT /api/clients/{id}/shoes.");
    }

    @Test
    void givenMethodWithoutRule_whenStarted_thenItDoesNot() throws NoSuchMethodException {
        endpoint("/api/clients");

        assertThatThrownBy(this::start)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("DELETE /api/clients")
                .hasMessageNotContaining("GET /api/clients");
    }

    @Test
    void givenEndpointOfTheActuator_whenStarted_thenARuleForManyIsEnough() throws NoSuchMethodException {
        endpoint("/actuator/metrics/{name}", RequestMethod.GET);
        assertThatCode(this::start).doesNotThrowAnyException();

        endpoint("/actuator/loggers/{name}", RequestMethod.POST);

        assertThatThrownBy(this::start).hasMessageContaining("POST /actuator/loggers/{name}");
    }

    private void endpoint(String path, RequestMethod... methods) throws NoSuchMethodException {
        Method method = EveryEndpointHasARuleTest.class.getDeclaredMethod("start");
        endpoints.registerMapping(
                RequestMappingInfo.paths(path).methods(methods).build(), this, method);
    }

    private void start() {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("endpoints", endpoints);
        new EveryEndpointHasARule(
                        AccessRules.published(), beans.getBeanProvider(RequestMappingInfoHandlerMapping.class))
                .afterSingletonsInstantiated();
    }
}
