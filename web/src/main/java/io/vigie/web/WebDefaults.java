package io.vigie.web;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** How every service serves unless it is told otherwise: any other property source wins. */
final class WebDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "vigie-web-defaults",
                        Map.ofEntries(
                                Map.entry("server.address", "127.0.0.1"),
                                Map.entry("server.forward-headers-strategy", "none"),
                                Map.entry("server.shutdown", "graceful"),
                                Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "30s"),
                                Map.entry("server.max-http-request-header-size", "24KB"),
                                // A refused body of this size is still read to its end, so that the answer gets
                                // through.
                                Map.entry("server.tomcat.max-swallow-size", "256MB"),
                                Map.entry("server.tomcat.max-http-form-post-size", "64KB"),
                                Map.entry("server.tomcat.connection-timeout", "20s"),
                                // Longer than the edge keeps an idle connection (60 s): whoever closes first must be
                                // the one who sends, or a request meets the closing and breaks off.
                                Map.entry("server.tomcat.keep-alive-timeout", "75s"),
                                Map.entry("spring.threads.virtual.enabled", "true"),
                                Map.entry("spring.web.resources.add-mappings", "false"),
                                Map.entry("spring.mvc.formcontent.filter.enabled", "false"),
                                Map.entry("spring.mvc.log-resolved-exception", "false"),
                                Map.entry("spring.mvc.async.request-timeout", "30s"),
                                Map.entry("spring.servlet.multipart.enabled", "false"),
                                Map.entry("spring.web.error.include-stacktrace", "never"),
                                Map.entry("spring.web.error.include-message", "never"),
                                Map.entry("spring.web.error.include-binding-errors", "never"),
                                Map.entry("spring.main.banner-mode", "off"),
                                // These repeat what they can't parse or find.
                                Map.entry("logging.level.org.springframework.web.servlet.PageNotFound", "off"),
                                Map.entry("logging.level.org.apache.coyote.http11.Http11Processor", "warn"),
                                Map.entry("logging.level.org.apache.tomcat.util.http.Parameters", "warn"))));
    }
}
