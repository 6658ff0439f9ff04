package io.vigie.command.importclients;

import io.vigie.command.eventstore.LastPosition;
import io.vigie.command.platform.Attempts;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * One transaction of an import: events, findings and progress. Progress moves by compare-and-set, so that two runs of
 * the same import can't apply a row twice; batches of all instances come one after the other, so that two files
 * with the same client can't meet in the middle.
 */
@Component
class ApplyingRows {

    private static final int MOST_FINDINGS = 100_000;
    private static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(7316450923)";

    private final Attempts attempts;
    private final JdbcTemplate jdbc;
    private final RegisteredClients registered;
    private final AppendedClients appended;
    private final LastPosition position;

    ApplyingRows(
            Attempts attempts,
            JdbcTemplate jdbc,
            RegisteredClients registered,
            AppendedClients appended,
            LastPosition position) {
        this.attempts = attempts;
        this.jdbc = jdbc;
        this.registered = registered;
        this.appended = appended;
        this.position = position;
    }

    /** Applies rows after the first {@code processed}; false, and nothing done, when another run was faster. */
    boolean apply(String importId, long processed, Header header, List<Row> rows) {
        return attempts.inTransaction(() -> {
            jdbc.queryForList(ONE_AT_A_TIME);
            RegisteredClients.Found found = registered.among(rows.stream()
                    .flatMap(row -> row instanceof Row.Readable readable
                            ? Stream.of(readable.client().clientId())
                            : Stream.empty())
                    .collect(Collectors.toSet()));
            ImportBatch batch = new ImportBatch(header, found);
            rows.forEach(batch::decide);
            if (!progress(importId, processed, rows.size(), batch)) {
                return false;
            }
            append(importId, batch);
            findings(importId, batch);
            long token = Math.max(
                    found.newestTransaction(), position.ofThisTransaction().orElse(0));
            jdbc.update("""
                    update client_import set last_transaction_id = greatest(last_transaction_id, ?)
                    where import_id = ? and ? > 0""", token, importId, token);
            return true;
        });
    }

    /** A client of the file that was registered since the look is in the way only now: the next look finds it. */
    private void append(String importId, ImportBatch batch) {
        if (batch.accepted().isEmpty()) {
            return;
        }
        try {
            appended.append(importId, actor(importId), batch.accepted());
        } catch (AggregateStreamCreationException registeredMeanwhile) {
            throw new ConcurrencyException("a client was registered meanwhile", registeredMeanwhile);
        }
    }

    private String actor(String importId) {
        return Objects.requireNonNull(
                jdbc.queryForObject("select actor from client_import where import_id = ?", String.class, importId));
    }

    private boolean progress(String importId, long processed, int rows, ImportBatch batch) {
        return jdbc.update(
                        """
                        update client_import
                        set processed = processed + ?, accepted = accepted + ?, duplicate = duplicate + ?,
                            rejected = rejected + ?, conflicts = conflicts + ?, warnings = warnings + ?
                        where import_id = ? and processed = ? and state = 'running'""",
                        rows,
                        batch.accepted().size(),
                        batch.duplicate(),
                        batch.rejected().size(),
                        batch.conflicts(),
                        batch.warned().size(),
                        importId,
                        processed)
                == 1;
    }

    private void findings(String importId, ImportBatch batch) {
        List<Object[]> findings = Stream.concat(
                        batch.rejected().stream().map(row ->
                                new Object[] {importId, row.line(), "rejection", row.column(), row.reason()}),
                        batch.warned().stream()
                                .map(line -> new Object[] {importId, line, "warning", "", "an empty field too many"}))
                .toList();
        if (findings.isEmpty()) {
            return;
        }
        Long kept = jdbc.queryForObject(
                "select count(*) from client_import_finding where import_id = ?", Long.class, importId);
        if (kept == null || kept < MOST_FINDINGS) {
            jdbc.batchUpdate("""
                    insert into client_import_finding (import_id, line, kind, column_name, reason)
                    values (?, ?, ?, ?, ?)""", findings);
        }
    }
}
