package io.vigie.query.changes;

import io.vigie.query.platform.Writes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Changes on their way through PostgreSQL's NOTIFY: whoever listens learns of them when the transaction commits, in the order
 * of commits, and never when it is rolled back. What is written elsewhere than in the views that people read, as a rebuild
 * does, is told to nobody.
 */
public final class Notices {

    /** Where to listen. */
    public static final String CHANNEL = "vigie_views";

    /** All views may be others than before. */
    private static final String ALL = "*";

    /** PostgreSQL takes less than 8,000 bytes; ours are all ASCII. */
    private static final int LONGEST = 7_900;

    private static final String TELL = "select pg_notify('" + CHANNEL
            + "', notice) from unnest(?::text[]) notice where current_schema() = 'views'";

    private Notices() {}

    /** Tells of things of one kind when the transaction that writes it commits. */
    public static <T> void tell(Writes writes, Change.Kind kind, Collection<T> things, Function<T, String> id) {
        tell(
                writes,
                things.stream().map(thing -> Change.of(kind, id.apply(thing))).toList());
    }

    /** Tells of changes when the transaction that writes it commits. */
    public static void tell(Writes writes, Collection<Change> changes) {
        if (!changes.isEmpty()) {
            writes.add(TELL, (Object) of(changes).toArray(String[]::new));
        }
    }

    static List<String> of(Collection<Change> changes) {
        List<String> notices = new ArrayList<>();
        StringBuilder notice = new StringBuilder();
        for (Change change : changes) {
            String line = change.line();
            if (notice.length() + line.length() >= LONGEST) {
                notices.add(notice.toString());
                notice.setLength(0);
            }
            notice.append(notice.isEmpty() ? "" : "\n").append(line);
        }
        if (!notice.isEmpty()) {
            notices.add(notice.toString());
        }
        return notices;
    }

    /** Tells that other views are in the place of those that were read until now. */
    public static void tellOfAll(JdbcTemplate jdbc) {
        jdbc.query("select pg_notify('" + CHANNEL + "', '" + ALL + "')", row -> {});
    }

    /** Whether all may have changed. */
    public static boolean isOfAll(String notice) {
        return notice.equals(ALL);
    }

    /** What a notice tells of. Anybody in the database can send one: what isn't ours is passed over. */
    public static List<Change> read(String notice) {
        return notice.lines().map(Change::of).flatMap(Optional::stream).toList();
    }
}
