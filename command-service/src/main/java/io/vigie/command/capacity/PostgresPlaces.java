package io.vigie.command.capacity;

import io.vigie.command.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Conditional updates of one row per manager; a transaction locks two of them in the order of their ids. */
@Component
final class PostgresPlaces implements Places {

    private final JdbcTemplate jdbc;

    PostgresPlaces(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void open(String accountManagerId, int capacity) {
        jdbc.update("""
                insert into account_manager_place (account_manager_id, capacity, load, retired)
                values (?, ?, 0, false) on conflict do nothing""", accountManagerId, capacity);
    }

    @Override
    public void move(@Nullable String freed, @Nullable String taken) {
        boolean freeFirst = freed != null && (taken == null || freed.compareTo(taken) < 0);
        if (freed != null && freeFirst) {
            free(freed);
        }
        if (taken != null) {
            take(taken);
        }
        if (freed != null && !freeFirst) {
            free(freed);
        }
    }

    @Override
    public void resize(String accountManagerId, int capacity) {
        int changed = jdbc.update("""
                update account_manager_place set capacity = ?
                where account_manager_id = ? and load <= ?""", capacity, accountManagerId, capacity);
        if (changed == 0) {
            throw Refused.conflict(
                    "capacity-below-load",
                    "The account manager looks after more clients than that; assign some of them to others first.");
        }
    }

    @Override
    public void close(String accountManagerId) {
        int changed = jdbc.update("""
                update account_manager_place set retired = true
                where account_manager_id = ? and load = 0""", accountManagerId);
        if (changed == 0) {
            throw Refused.conflict(
                    "account-manager-has-clients",
                    "The account manager still looks after clients; assign them to others first.");
        }
    }

    private void free(String accountManagerId) {
        jdbc.update("update account_manager_place set load = load - 1 where account_manager_id = ?", accountManagerId);
    }

    private void take(String accountManagerId) {
        int changed = jdbc.update("""
                update account_manager_place set load = load + 1
                where account_manager_id = ? and load < capacity and not retired""", accountManagerId);
        if (changed == 0) {
            throw whyNot(accountManagerId);
        }
    }

    private Refused whyNot(String accountManagerId) {
        return jdbc
                .queryForList(
                        "select retired from account_manager_place where account_manager_id = ?",
                        Boolean.class,
                        accountManagerId)
                .stream()
                .findFirst()
                .map(retired -> retired
                        ? Refused.conflict("account-manager-retired", "The account manager is retired; name another.")
                        : Refused.conflict(
                                "capacity-exceeded",
                                "The account manager has no free place; raise the capacity or name another."))
                .orElseGet(
                        () -> Refused.unusable("unknown-account-manager", "There is no account manager with this id."));
    }
}
