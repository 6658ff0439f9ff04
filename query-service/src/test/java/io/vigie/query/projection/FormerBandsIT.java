package io.vigie.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.Outcome;
import io.vigie.query.testing.Lives;
import io.vigie.query.testing.Publisher;
import io.vigie.query.testing.RunningService;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** From which band a client came, by its scores alone. */
@SuppressWarnings("NullAway.Init")
class FormerBandsIT extends RunningService {

    private static final String ROWS =
            "select concat_ws(' ', client_id, coalesce(band, '-'), coalesce(former_band, '-'),"
                    + " coalesce(to_char(band_since at time zone 'UTC', 'HH24:MI:SS'), '-')) from client_risk order by client_id";

    @Autowired
    private List<Track<?, ?>> tracks;

    @Autowired
    private List<Ledger> ledgers;

    @Autowired
    private List<Register<?>> registers;

    @Test
    void givenScoresTwiceAndInAnyOrder_whenProjected_thenTheLastChangeIsKept() {
        String id = Lives.id();
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        double[] scores = {0.1, 0.9, 0.4, 0.5};
        for (int i = 0; i < scores.length; i++) {
            records.add(Publisher.score(Lives.score(id, i + 1, 1, scores[i], null)));
        }
        records.add(Publisher.score(Lives.without(Lives.score(id, 5, 1, null, null), Outcome.DEPARTED)));
        List<ProducerRecord<byte[], byte[]>> backwards = new ArrayList<>(records);
        Collections.reverse(backwards);
        records.addAll(List.copyOf(records));

        for (List<ProducerRecord<byte[], byte[]>> order : List.of(records, backwards)) {
            OwnViews views = new OwnViews(tracks, ledgers, registers);
            Projector projector = views.projector(true);
            order.forEach(one -> projector.handle(views.stored(List.of(one))));

            assertThat(views.jdbc.queryForList(ROWS, String.class)).containsExactly(id + " medium high 12:00:03");
        }
    }

    /** What a migration finds in the history must be what the projection says, or the next rebuild would differ. */
    @Test
    void givenScoresOfTheVersionBefore_whenMigrated_thenTheSameAsProjected() throws IOException {
        OwnViews views = new OwnViews(tracks, ledgers, registers);
        Projector projector = views.projector(true);
        Random random = new Random(20261129);
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int client = 0; client < 300; client++) {
            String id = Lives.id();
            records.add(Publisher.event(Lives.registered(id), 1, Lives.NOON));
            for (int sequence = 1; sequence <= random.nextInt(8); sequence++) {
                records.add(Publisher.score(anyScore(random, id, sequence)));
            }
        }
        projector.handle(views.stored(records));
        List<String> projected = views.jdbc.queryForList(ROWS, String.class);
        assertThat(projected).hasSize(300);
        assertThat(projected.stream().filter(row -> !row.endsWith("-")).count()).isGreaterThan(50);
        assertThat(projected).anyMatch(row -> row.matches(".* - (low|medium|high) -"));

        views.jdbc.update("update client_risk set former_band = null, band_since = null");
        fill(views);

        assertThat(views.jdbc.queryForList(ROWS, String.class)).isEqualTo(projected);
    }

    private static ClientScore anyScore(Random random, String id, long sequence) {
        ClientScore score = Lives.score(id, sequence, 1, random.nextInt(3) * 0.4, null);
        return switch (random.nextInt(6)) {
            case 0 -> Lives.without(score, Outcome.UNSCORABLE);
            case 1 -> Lives.without(score, Outcome.DEPARTED);
            case 2 -> Lives.unchanged(score);
            default -> score;
        };
    }

    private static void fill(OwnViews views) throws IOException {
        try (InputStream migration = Objects.requireNonNull(
                FormerBandsIT.class.getResourceAsStream("/db/migration/views/V026__fill_former_band.sql"))) {
            String sql = new String(migration.readAllBytes(), StandardCharsets.UTF_8);
            new TransactionTemplate(new JdbcTransactionManager(Objects.requireNonNull(views.jdbc.getDataSource())))
                    .executeWithoutResult(status -> views.jdbc.execute(sql));
        }
    }
}
