package io.vigie.query.livestream;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far a subscriber is: it was told of every change up to one. On the wire {@code epoch-number}, where the number also
 * counts what was sent at that position, so that every event has a higher one than those before.
 *
 * @param epoch in which changes are numbered; another one knows nothing of them
 * @param change number of the last change that it was told of, with all before
 * @param sent how many events were sent there before, from 0
 */
record Position(String epoch, long change, int sent) {

    private static final int COUNT_BITS = 20;
    private static final int MOST = (1 << COUNT_BITS) - 1;
    private static final Pattern TEXT = Pattern.compile("([0-9a-f]{12})-([0-9]{1,18})");

    /** What a subscriber says that it saw last; empty for what no stream ever said. */
    static Optional<Position> of(@Nullable String lastEventId) {
        Matcher text = TEXT.matcher(lastEventId == null ? "" : lastEventId);
        if (!text.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(text.group(2));
        return Optional.of(new Position(text.group(1), number >> COUNT_BITS, (int) (number & MOST)));
    }

    /** Where one more event was sent. */
    Position next() {
        return new Position(epoch, change, Math.min(sent + 1, MOST));
    }

    /** As the id of an event. */
    String text() {
        return epoch + "-" + (change << COUNT_BITS | sent);
    }
}
