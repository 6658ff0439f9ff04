package io.vigie.query.bandchanges;

import io.vigie.contracts.score.Bands;
import io.vigie.pmml.Evaluation;
import io.vigie.pmml.Evaluation.Scored;
import io.vigie.pmml.Model;
import io.vigie.query.bandchanges.BandChanges.Count;
import io.vigie.query.bandchanges.BandChanges.MovedClient;
import io.vigie.query.platform.Wire;
import io.vigie.web.Rejected;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Asks a model for every client, with what its last score was given. Chunk by chunk: the server ends transactions that last,
 * and a model may take its time.
 */
@Component
class Rescoring {

    private static final String CLIENTS = """
            select c.client_id, c.name, c.company, r.score, r.band, s.features,
                (select m.champion from model_view m where m.model_name = r.model) as champion
            from client_view c
            join client_risk r on r.client_id = c.client_id and r.model = ?
            cross join lateral (select s.features from client_score s
                where s.client_id = c.client_id and s.handled order by s.score_sequence desc limit 1) s
            where c.client_id > ? and c.status = 'active' and r.score is not null and r.band is not null
            order by c.client_id limit ?""";

    private static final int CHUNK = 2_000;
    private static final Duration MOST = Duration.ofMinutes(1);

    private final JdbcTemplate jdbc;
    private final Bands bands;
    private final int chunk;
    private final Duration most;

    @Autowired
    Rescoring(DataSource views, Bands bands) {
        this(views, bands, CHUNK, MOST);
    }

    Rescoring(DataSource views, Bands bands, int chunk, Duration most) {
        this.jdbc = new JdbcTemplate(views);
        this.bands = bands;
        this.chunk = chunk;
        this.most = most;
    }

    /** With what its last score was given, as JSON. */
    private record Known(
            String clientId, String name, String company, double score, String band, String features, Against against) {

        private static Known read(ResultSet row, int index) throws SQLException {
            return new Known(
                    row.getString("client_id"),
                    row.getString("name"),
                    row.getString("company"),
                    row.getDouble("score"),
                    row.getString("band"),
                    row.getString("features"),
                    new Against(row.getObject("champion", Integer.class)));
        }
    }

    /** The champion whose scores are compared with, read with them. */
    record Against(@Nullable Integer champion) {}

    /**
     * Counts all whose risk a version of that name has said.
     *
     * @return what they are compared with; empty without any
     * @throws Rejected 503 when it takes too long, or there is another champion before it is over
     */
    Optional<Against> all(String name, Model model, Count count) {
        long start = System.nanoTime();
        Against against = null;
        String last = "";
        List<Known> some;
        do {
            some = jdbc.query(CLIENTS, Known::read, name, last, chunk);
            for (Known client : some) {
                if (System.nanoTime() - start >= most.toNanos()) {
                    throw tooSlow();
                }
                if (against != null && !against.equals(client.against())) {
                    throw another();
                }
                against = client.against();
                one(model, client, count);
                last = client.clientId();
            }
        } while (some.size() == chunk);
        return Optional.ofNullable(against);
    }

    private static Rejected another() {
        return Rejected.notReady(
                "champion-changed",
                "Champion changed",
                "Another version became champion while clients were scored anew: ask again.",
                Duration.ofSeconds(1));
    }

    private static Rejected tooSlow() {
        return Rejected.notReady(
                "takes-too-long",
                "Takes too long",
                "To score all clients anew takes longer than a minute: ask again when less is going on.",
                Duration.ofMinutes(1));
    }

    private void one(Model model, Known client, Count count) {
        if (evaluated(model, features(client.features())) instanceof Scored scored) {
            count.scored(new MovedClient(
                    client.clientId(),
                    client.name(),
                    client.company(),
                    client.score(),
                    scored.probability(),
                    client.band(),
                    bands.of(scored.probability()).toString()));
        } else {
            count.unscorable();
        }
    }

    private static Map<String, Double> features(String json) {
        Map<String, Double> features = new HashMap<>();
        Wire.tree(json)
                .properties()
                .forEach(one -> features.put(one.getKey(), one.getValue().doubleValue()));
        return features;
    }

    private static Evaluation evaluated(Model model, Map<String, Double> features) {
        try {
            return model.evaluate(features);
        } catch (RuntimeException | StackOverflowError fault) {
            return new Evaluation.Refused("The model failed.");
        }
    }
}
