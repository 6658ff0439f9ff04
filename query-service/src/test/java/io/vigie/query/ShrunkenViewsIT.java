package io.vigie.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.Topics;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Views that were built again from less than before, as after Kafka lost its tail. */
@SuppressWarnings("NullAway.Init")
class ShrunkenViewsIT extends RunningService {

    @Autowired
    private DataSource views;

    @Test
    void givenViewsThatHaveLessThanBefore_whenAnOldTokenIsRead_thenItIsNotCovered() throws Exception {
        String id = Lives.id();
        long token = ConsistencyTokenIT.TRANSACTION.incrementAndGet();
        int partition = publisher
                .relay(token, List.of(Publisher.event(Lives.registered(id), 1, Lives.NOON)))
                .get(0)
                .partition();
        String path = "/api/clients/" + id + "?consistencyToken=" + token;
        assertThat(http.get(path).status()).isEqualTo(200);

        moveOffset(partition, -1);
        try {
            Thread.sleep(60);
            assertThat(http.get(path).status()).isEqualTo(503);
        } finally {
            moveOffset(partition, 1);
        }
        assertThat(http.get(path).status()).isEqualTo(200);
    }

    private void moveOffset(int partition, int by) {
        new JdbcTemplate(views)
                .update(
                        "update projection_offset set next_offset = next_offset + ? where topic = ? and partition = ?",
                        by,
                        Topics.CLIENT_EVENTS.name(),
                        partition);
    }
}
