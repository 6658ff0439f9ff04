package io.vigie.web;

import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.BeanUtils;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** The query parameters that a handler names: by {@code @RequestParam}, or as the components of a record. */
record QueryNames(Set<String> known, boolean any) {

    private static final DefaultParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    /** Parameters that come from another place of the request. */
    private static final List<Class<? extends Annotation>> ELSEWHERE =
            List.of(PathVariable.class, RequestBody.class, RequestHeader.class, RequestAttribute.class);

    static QueryNames of(HandlerMethod method) {
        Set<String> known = new TreeSet<>();
        boolean any = false;
        for (MethodParameter parameter : method.getMethodParameters()) {
            parameter.initParameterNameDiscovery(NAMES);
            RequestParam named = parameter.getParameterAnnotation(RequestParam.class);
            if (named != null && Map.class.isAssignableFrom(parameter.getParameterType())) {
                any = true;
            } else if (named != null) {
                known.add(named.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : named.name());
            } else if (ELSEWHERE.stream().noneMatch(parameter::hasParameterAnnotation)) {
                known.addAll(implied(parameter));
            }
        }
        return new QueryNames(known, any);
    }

    private static List<String> implied(MethodParameter parameter) {
        if (BeanUtils.isSimpleProperty(parameter.getParameterType())) {
            return List.of(String.valueOf(parameter.getParameterName()));
        }
        if (!parameter.getParameterType().isRecord()) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (RecordComponent component : parameter.getParameterType().getRecordComponents()) {
            BindParam renamed = component.getAnnotation(BindParam.class);
            names.add(renamed == null ? component.getName() : renamed.value());
        }
        return names;
    }

    boolean takes(String name) {
        return any || known.contains(name);
    }

    List<String> sorted() {
        return List.copyOf(known);
    }
}
