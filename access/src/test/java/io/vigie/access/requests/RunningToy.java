package io.vigie.access.requests;

import io.vigie.access.AccessSettings;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The toy on a port and a database of its own. */
final class RunningToy implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final Asker asker;

    private RunningToy(ConfigurableApplicationContext context) {
        this.context = context;
        this.asker = new Asker(Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port")));
    }

    static RunningToy on(AccessSettings.Database database, String... arguments) {
        List<String> all = new ArrayList<>(List.of(
                "--vigie.access.database.url=" + database.url(),
                "--vigie.access.database.username=" + database.username(),
                "--vigie.access.database.password=" + database.password(),
                "--vigie.access.database.migrate=" + database.migrate()));
        all.addAll(List.of(arguments));
        return with(all.toArray(String[]::new));
    }

    /** One that has only what its settings say. */
    static RunningToy with(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--server.port=0"));
        all.addAll(List.of(arguments));
        return new RunningToy(new SpringApplicationBuilder(Toy.class).run(all.toArray(String[]::new)));
    }

    Asker asker() {
        return asker;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
