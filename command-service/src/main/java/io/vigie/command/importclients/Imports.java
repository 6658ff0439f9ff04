package io.vigie.command.importclients;

import io.vigie.command.platform.Attempts;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The imports and what they are made of, as rows; each method is a transaction unless it says otherwise. */
@Component
class Imports {

    private final JdbcTemplate jdbc;
    private final Attempts attempts;
    private final Clock clock;

    Imports(JdbcTemplate jdbc, Attempts attempts, Clock clock) {
        this.jdbc = jdbc;
        this.attempts = attempts;
        this.clock = clock;
    }

    void begin(String importId, String actor) {
        attempts.inTransaction(() -> jdbc.update(
                "insert into client_import (import_id, state, actor, started_at) values (?, 'receiving', ?, ?)",
                importId,
                actor,
                Timestamp.from(clock.instant())));
    }

    void add(String importId, int number, byte[] content) {
        attempts.inTransaction(() -> jdbc.update(
                "insert into client_import_chunk (import_id, number, content) values (?, ?, ?)",
                importId,
                number,
                content));
    }

    /** Part of the caller's transaction. */
    void received(String importId, long total) {
        jdbc.update("update client_import set state = 'running', total = ? where import_id = ?", total, importId);
    }

    void forget(String importId) {
        attempts.inTransaction(
                () -> jdbc.update("delete from client_import where import_id = ? and state = 'receiving'", importId));
    }

    void forgetAbandoned() {
        attempts.inTransaction(() -> jdbc.update(
                "delete from client_import where state = 'receiving' and started_at < ?",
                Timestamp.from(clock.instant().minusSeconds(24 * 3600L))));
    }

    /** Imports that have rows left, the oldest first. */
    List<String> unfinished() {
        return attempts.inTransaction(() -> jdbc.queryForList(
                "select import_id from client_import where state = 'running' order by started_at", String.class));
    }

    Optional<byte[]> content(String importId, int number) {
        return attempts.inTransaction(() -> jdbc
                .queryForList(
                        "select content from client_import_chunk where import_id = ? and number = ?",
                        byte[].class,
                        importId,
                        number)
                .stream()
                .findFirst());
    }

    long processed(String importId) {
        Long processed = attempts.inTransaction(() ->
                jdbc.queryForObject("select processed from client_import where import_id = ?", Long.class, importId));
        return processed == null ? 0 : processed;
    }

    void complete(String importId) {
        finish(importId, "completed", null);
    }

    void fail(String importId, String failure) {
        finish(importId, "failed", failure);
    }

    private void finish(String importId, String state, @Nullable String failure) {
        attempts.inTransaction(() -> {
            jdbc.update("""
                    update client_import set state = ?, failure = ?, finished_at = ?
                    where import_id = ? and state = 'running'""", state, failure, Timestamp.from(clock.instant()), importId);
            return jdbc.update("delete from client_import_chunk where import_id = ?", importId);
        });
    }
}
