package io.vigie.query.rebuild;

import io.vigie.query.changes.Notices;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rebuilt views take the place of the live ones. */
final class Swap {

    private static final Logger LOG = LoggerFactory.getLogger(Swap.class);

    private Swap() {}

    /**
     * Only names change, so nobody who reads is in the way. Whoever still writes by the old names finds offsets that no
     * record has, and starts over. What Kafka doesn't tell is taken along.
     */
    static void swap(JdbcTemplate own, String live) {
        own.execute("update " + NextViews.SCHEMA + ".parked_record n set reported = l.reported, parked_at = l.parked_at"
                + " from " + live + ".parked_record l where l.track = n.track and l.subject = n.subject"
                + " and l.number = n.number and l.id = n.id");
        own.execute("insert into " + NextViews.SCHEMA + ".rebuild_report select * from " + live + ".rebuild_report");
        own.execute(
                "insert into " + NextViews.SCHEMA + ".summary_snapshot select * from " + live + ".summary_snapshot");
        own.execute("select " + live + ".swap_with_next()");
        own.execute("update " + NextViews.SCHEMA + ".projection_offset set next_offset = -1");
        Notices.tellOfAll(own);
    }

    /** Empties what was live, once nobody reads it any more; the next rebuild does where that takes too long. */
    static void clear(JdbcTemplate own) {
        try {
            for (int patience = 0; patience < 100; patience++) {
                Long readers = own.queryForObject(
                        "select count(*) from pg_locks l join pg_class c on c.oid = l.relation"
                                + " join pg_namespace n on n.oid = c.relnamespace where n.nspname = ?",
                        Long.class,
                        NextViews.SCHEMA);
                if (readers != null && readers == 0) {
                    own.execute(NextViews.EMPTY);
                    return;
                }
                LockSupport.parkNanos(100_000_000);
            }
        } catch (DataAccessException notNow) {
            LOG.warn(
                    "The former views stay until the next rebuild: {}",
                    notNow.getClass().getSimpleName());
        }
    }
}
