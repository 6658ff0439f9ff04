package io.vigie.command.importclients;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an import is.
 *
 * @param state {@code running}, {@code completed} or {@code failed}
 * @param total rows below the header
 * @param processed rows handled: accepted, duplicate or rejected
 * @param duplicate rows whose client is registered with the same content; nothing was written
 * @param conflicts how many of the rejected tell something else about a client that is registered
 * @param warnings rows that were taken in spite of an empty field too many at their end
 * @param rejections by line, one page of them; at most 100,000 are kept
 * @param next cursor of the next page of rejections, null on the last
 * @param warned the first hundred warnings
 * @param failure why it failed, null otherwise
 * @param consistencyToken covers every row processed so far, null before the first
 */
record ImportProgress(
        String importId,
        String state,
        long total,
        long processed,
        long accepted,
        long duplicate,
        long rejected,
        long conflicts,
        long warnings,
        List<Finding> rejections,
        @Nullable String next,
        List<Finding> warned,
        @Nullable String failure,
        @Nullable String consistencyToken,
        Instant startedAt,
        @Nullable Instant finishedAt) {

    /**
     * A row that was rejected or warned of.
     *
     * @param line where the row starts; the header is line 1
     * @param column its title, null when it is about the whole row
     * @param reason what to change; never what stood there
     */
    record Finding(long line, @Nullable String column, String reason) {}
}
