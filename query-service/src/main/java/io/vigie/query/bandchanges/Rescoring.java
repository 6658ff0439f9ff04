package io.vigie.query.bandchanges;

import io.vigie.contracts.score.Bands;
import io.vigie.pmml.Evaluation;
import io.vigie.pmml.Evaluation.Scored;
import io.vigie.pmml.Model;
import io.vigie.query.bandchanges.BandChanges.Count;
import io.vigie.query.bandchanges.BandChanges.MovedClient;
import io.vigie.query.platform.Wire;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks a model for every client, with what its last score was given. */
@Component
class Rescoring {

    private static final String CLIENTS = """
            select c.client_id, c.name, c.company, r.score, r.band, s.features
            from client_view c
            join client_risk r on r.client_id = c.client_id
            cross join lateral (select s.features from client_score s
                where s.client_id = c.client_id and s.handled order by s.score_sequence desc limit 1) s
            where c.status = 'active' and r.score is not null and r.band is not null""";

    /** So many at a time come from the server; a transaction of its own, or they would all come at once. */
    private static final int CHUNK = 2_000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate reading;
    private final Bands bands;

    Rescoring(DataSource views, Bands bands) {
        this.jdbc = new JdbcTemplate(views);
        this.jdbc.setFetchSize(CHUNK);
        this.reading = new TransactionTemplate(new JdbcTransactionManager(views));
        this.reading.setReadOnly(true);
        this.bands = bands;
    }

    void all(Model model, Count count) {
        reading.executeWithoutResult(status -> {
            jdbc.execute("set local statement_timeout = '60s'");
            jdbc.query(CLIENTS, row -> {
                one(model, row, count);
            });
        });
    }

    private void one(Model model, ResultSet row, Count count) throws SQLException {
        if (evaluated(model, features(row.getString("features"))) instanceof Scored scored) {
            count.scored(new MovedClient(
                    row.getString("client_id"),
                    row.getString("name"),
                    row.getString("company"),
                    row.getDouble("score"),
                    scored.probability(),
                    row.getString("band"),
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
