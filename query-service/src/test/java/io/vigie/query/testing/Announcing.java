package io.vigie.query.testing;

import io.vigie.query.changes.Change;
import io.vigie.query.changes.Notices;
import io.vigie.query.platform.Writes;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;

/** Says that something changed, as a projection does, whether or not it has. */
public final class Announcing {

    private Announcing() {}

    /** Tells of changes when the transaction of {@code jdbc} commits. */
    public static void tell(JdbcTemplate jdbc, Collection<Change> changes) {
        Writes writes = new Writes();
        Notices.tell(writes, changes);
        writes.send(jdbc);
    }
}
