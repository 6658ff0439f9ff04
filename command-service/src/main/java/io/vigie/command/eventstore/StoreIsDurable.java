package io.vigie.command.eventstore;

import io.vigie.command.platform.PlantedBug;
import io.vigie.web.StartRefused;
import java.util.List;
import java.util.Map;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Refuses to start on a store that could lose what it was given. */
@Component
final class StoreIsDurable implements SmartInitializingSingleton {

    private static final Map<Class<?>, Class<?>> EXPECTED = Map.of(
            TransactionManager.class, SpringTransactionManager.class,
            ConnectionProvider.class, SpringDataSourceConnectionProvider.class,
            EventStorageEngine.class, PostgresEventStorageEngine.class,
            EventStore.class, EmbeddedEventStore.class,
            EventBus.class, EmbeddedEventStore.class,
            TokenStore.class, JdbcTokenStore.class);

    private static final List<String> MUST_BE_ON = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final ListableBeanFactory beans;
    private final JdbcTemplate jdbc;
    private final PlantedBug bug;

    StoreIsDurable(ListableBeanFactory beans, JdbcTemplate jdbc, PlantedBug bug) {
        this.beans = beans;
        this.jdbc = jdbc;
        this.bug = bug;
    }

    @Override
    public void afterSingletonsInstantiated() {
        EXPECTED.forEach(this::check);
        if (!bug.is("asynchronous-commit")) {
            MUST_BE_ON.forEach(this::check);
        }
        checkTransactionIds();
    }

    private void check(Class<?> role, Class<?> expected) {
        for (Object bean : beans.getBeansOfType(role).values()) {
            if (bean.getClass() != expected) {
                throw new StartRefused(
                        "The " + role.getSimpleName() + " is a "
                                + bean.getClass().getSimpleName() + ", not the durable " + expected.getSimpleName()
                                + ".",
                        "Remove what defines it: events and positions must be kept in PostgreSQL.");
            }
        }
        if (beans.getBeanNamesForType(role).length == 0) {
            throw new StartRefused("There is no " + role.getSimpleName() + ".", "Define one in EventStoreWiring.");
        }
    }

    private void check(String setting) {
        String value = jdbc.queryForObject("select current_setting(?)", String.class, setting);
        if (!"on".equals(value)) {
            throw new StartRefused(
                    "PostgreSQL has " + setting + " = " + value + ": acknowledged events could be lost.",
                    "Set " + setting + " = on in postgresql.conf (and on no role or database otherwise).");
        }
    }

    /** After a restore from a dump the new cluster counts transactions from the start, and positions would go back. */
    private void checkTransactionIds() {
        Boolean behind = jdbc.queryForObject("""
                select coalesce(max(transaction_id) < pg_snapshot_xmax(pg_current_snapshot()), true)
                from domain_event_entry""", Boolean.class);
        if (!Boolean.TRUE.equals(behind)) {
            throw new StartRefused(
                    "The store holds events of transactions that this PostgreSQL cluster has not yet reached.",
                    "It was restored from a dump into another cluster: restore a physical backup, or raise the cluster's"
                            + " transaction id with pg_resetwal -x beyond the newest event's.");
        }
    }
}
