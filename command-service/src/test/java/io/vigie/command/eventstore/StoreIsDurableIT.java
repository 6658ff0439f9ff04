package io.vigie.command.eventstore;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.command.testing.Servers;
import io.vigie.web.StartRefused;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

class StoreIsDurableIT {

    @Test
    void givenTokenStoreInMemory_whenStarted_thenRefused() {
        assertThatThrownBy(() -> start(TokensInMemory.class)).isInstanceOf(StartRefused.class);
    }

    @Test
    void givenEngineInMemory_whenStarted_thenRefused() {
        assertThatThrownBy(() -> start(EngineInMemory.class)).isInstanceOf(StartRefused.class);
    }

    @Test
    void givenBusThatStoresNothing_whenStarted_thenRefused() {
        assertThatThrownBy(() -> start(BusOnly.class)).hasMessageContaining("Event Store");
    }

    @Test
    void givenSynchronousCommitOff_whenStarted_thenRefusedNamingIt() throws Exception {
        String url = Servers.newDatabase();
        execute(url, "alter database " + url.substring(url.lastIndexOf('/') + 1) + " set synchronous_commit = off");

        assertThatThrownBy(() -> start(url))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("synchronous_commit = off");
    }

    @Test
    void givenEventsFromTheFuture_whenStarted_thenRefusedAsARestore() throws Exception {
        String url = Servers.newDatabase();
        start(url).close();
        execute(url, """
                insert into domain_event_entry (transaction_id, event_identifier, aggregate_identifier,
                    sequence_number, type, time_stamp, payload_type, payload_revision, payload, meta_data)
                values ('4000000000', 'e', 'a', 0, 'Client', '2026-01-01T00:00:00Z', 'client-returned', '1', '{}', '{}')
                """);

        assertThatThrownBy(() -> start(url)).isInstanceOf(StartRefused.class).hasMessageContaining("not yet reached");
    }

    private static void execute(String url, String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(
                        url, Servers.postgres().user(), Servers.postgres().password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static AutoCloseable start(Class<?> extra) {
        return start(Servers.newDatabase(), extra);
    }

    private static AutoCloseable start(String url, Class<?>... extra) {
        List<Class<?>> sources = new ArrayList<>(List.of(extra));
        sources.add(StoreOnly.class);
        return new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .web(WebApplicationType.NONE)
                .properties("spring.main.allow-bean-definition-overriding=true")
                .run(
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=" + Servers.postgres().user(),
                        "--spring.datasource.password=" + Servers.postgres().password());
    }

    static class TokensInMemory {
        @Bean
        TokenStore forgetfulTokens() {
            return new InMemoryTokenStore();
        }
    }

    static class EngineInMemory {
        @Bean
        @Primary
        EventStorageEngine forgetfulEngine() {
            return new InMemoryEventStorageEngine();
        }
    }

    static class BusOnly {
        @Bean
        @Primary
        SimpleEventBus plainBus() {
            return SimpleEventBus.builder().build();
        }
    }
}
