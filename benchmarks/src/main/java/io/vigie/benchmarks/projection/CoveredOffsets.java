package io.vigie.benchmarks.projection;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** How far the views are, as they say themselves. */
public final class CoveredOffsets {

    private static final long PATIENCE_NANOS = 180_000_000_000L;

    private CoveredOffsets() {}

    /** Returns when everything before these offsets is in the views. */
    public static void await(Connection views, Map<TopicPartition, Long> ends)
            throws IOException, SQLException, InterruptedException {
        long start = System.nanoTime();
        while (!covers(views, ends)) {
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                throw new IOException("the projection does not get to the end");
            }
            Thread.sleep(5);
        }
    }

    private static boolean covers(Connection views, Map<TopicPartition, Long> ends) throws SQLException {
        try (PreparedStatement select =
                        views.prepareStatement("select topic, partition, next_offset from views.projection_offset");
                ResultSet row = select.executeQuery()) {
            int covered = 0;
            while (row.next()) {
                Long end = ends.get(new TopicPartition(row.getString(1), row.getInt(2)));
                covered += end != null && row.getLong(3) >= end ? 1 : 0;
            }
            return covered == ends.size();
        }
    }
}
