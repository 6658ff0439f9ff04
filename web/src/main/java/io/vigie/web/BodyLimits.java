package io.vigie.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.server.PathContainer;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * How large a body may be: {@code vigie.web.body-limit} (default 1 MB) and, for single paths,
 * {@code vigie.web.body-limits[/api/imports/**]=200MB}; the first pattern that matches wins.
 */
@ConfigurationProperties("vigie.web")
final class BodyLimits {

    private final DataSize usual;
    private final Map<PathPattern, DataSize> byPath = new LinkedHashMap<>();

    BodyLimits(@DefaultValue("1MB") DataSize bodyLimit, @DefaultValue Map<String, DataSize> bodyLimits) {
        this.usual = bodyLimit;
        bodyLimits.forEach((pattern, size) -> byPath.put(PathPatternParser.defaultInstance.parse(pattern), size));
    }

    long bytes(String path) {
        if (byPath.isEmpty()) {
            return usual.toBytes();
        }
        PathContainer parsed = PathContainer.parsePath(path);
        return byPath.entrySet().stream()
                .filter(limit -> limit.getKey().matches(parsed))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(usual)
                .toBytes();
    }
}
