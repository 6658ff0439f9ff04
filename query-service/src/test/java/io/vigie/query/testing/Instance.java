package io.vigie.query.testing;

import io.vigie.embedded.PostgresServer;
import io.vigie.query.QueryService;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** One instance of the service, on a database and a broker that others may use too. */
public final class Instance implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    /** How callers see it. */
    public final Http http;

    /** Starts it on the shared server. */
    public Instance(String database, String bootstrapServers, String... settings) {
        this(Servers.postgres(), database, bootstrapServers, settings);
    }

    /** Starts it on any server. */
    public Instance(PostgresServer server, String database, String bootstrapServers, String... settings) {
        List<String> arguments =
                new ArrayList<>(List.of("--server.port=0", "--spring.kafka.bootstrap-servers=" + bootstrapServers));
        Servers.settings(server, database).forEach((name, value) -> arguments.add("--" + name + "=" + value));
        Tokens.settings().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        arguments.addAll(List.of(settings));
        context = new SpringApplicationBuilder(QueryService.class).run(arguments.toArray(String[]::new));
        http = new Http(Integer.parseInt(context.getEnvironment().getProperty("local.server.port", "0")));
    }

    /** One of its beans. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
