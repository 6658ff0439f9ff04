package io.vigie.query.rebuild;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a rebuild goes, or went.
 *
 * @param state {@code building}, {@code comparing}, {@code completed} or {@code failed}
 * @param dryRun compare only
 * @param processed records handled so far
 * @param total records that there were when it was last looked
 * @param swapped whether the rebuilt views are the live ones now
 * @param failure why it failed; then the live views are as before
 * @param tables what was compared
 * @param differences the first hundred rows that differ
 */
record RebuildReport(
        String rebuildId,
        String state,
        boolean dryRun,
        long processed,
        long total,
        boolean swapped,
        @Nullable String failure,
        List<ComparedTable> tables,
        List<Difference> differences,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    /**
     * A table, live and rebuilt.
     *
     * @param different how many keys have another row, or a row only on one side
     */
    record ComparedTable(String table, long liveRows, long rebuiltRows, long different) {}

    /**
     * A row that differs.
     *
     * @param key the primary key, its parts separated by blanks
     * @param difference {@code only live}, {@code only rebuilt} or {@code other values}
     */
    record Difference(String table, String key, String difference) {}

    static RebuildReport begun(String rebuildId, boolean dryRun, Instant now) {
        return new RebuildReport(rebuildId, "building", dryRun, 0, 0, false, null, List.of(), List.of(), now, null);
    }

    RebuildReport at(long nowProcessed, long nowTotal) {
        return new RebuildReport(
                rebuildId,
                state,
                dryRun,
                nowProcessed,
                Math.max(nowProcessed, nowTotal),
                swapped,
                failure,
                tables,
                differences,
                startedAt,
                finishedAt);
    }

    RebuildReport comparing() {
        return with("comparing", false, null, tables, differences, null);
    }

    RebuildReport completed(Comparison comparison, Instant now) {
        return with("completed", !dryRun, null, comparison.tables(), comparison.differences(), now);
    }

    RebuildReport failed(String reason, Instant now) {
        return with("failed", false, reason, tables, differences, now);
    }

    boolean isRunning() {
        return finishedAt == null;
    }

    private RebuildReport with(
            String newState,
            boolean nowSwapped,
            @Nullable String reason,
            List<ComparedTable> compared,
            List<Difference> found,
            @Nullable Instant end) {
        return new RebuildReport(
                rebuildId, newState, dryRun, processed, total, nowSwapped, reason, compared, found, startedAt, end);
    }
}
