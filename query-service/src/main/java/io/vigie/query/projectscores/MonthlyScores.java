package io.vigie.query.projectscores;

import io.vigie.contracts.score.Band;
import io.vigie.contracts.score.ClientScore;
import io.vigie.query.platform.TableWrite;
import io.vigie.query.platform.Writes;
import io.vigie.query.projection.Track.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The table {@code monthly_score}: of each client the first score that a version gave it in a calendar month (UTC). Scores come
 * in the order of their numbers, so the one that is there is the first.
 */
final class MonthlyScores {

    private static final TableWrite<ClientScore> TABLE = TableWrite.<ClientScore>into("monthly_score")
            .key("client_id", "text", ClientScore::clientId)
            .key("model_name", "text", score -> score.model().name())
            .key("model_version", "int4", score -> score.model().version())
            .key("month", "date", score -> firstDay(score.scoredAt()))
            .column("scored_at", "timestamptz", ClientScore::scoredAt)
            .column("client_version", "int8", ClientScore::clientVersion)
            .column("probability", "float8", ClientScore::probability)
            .column("flagged", "bool", score -> score.band() == Band.HIGH)
            .orKeep();

    private MonthlyScores() {}

    private record Key(String clientId, String model, int version, LocalDate month) {

        static Key of(ClientScore score) {
            return new Key(score.clientId(), score.model().name(), score.model().version(), firstDay(score.scoredAt()));
        }
    }

    private static LocalDate firstDay(Instant moment) {
        return moment.atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1);
    }

    static void write(Writes writes, List<Step<ClientScore>> steps) {
        Map<Key, ClientScore> firsts = new LinkedHashMap<>();
        for (Step<ClientScore> step : steps) {
            ClientScore score = step.numbered().payload();
            if (step.handled() && saysSomething(score)) {
                firsts.putIfAbsent(Key.of(score), score);
            }
        }
        TABLE.write(writes, firsts.values());
    }

    private static boolean saysSomething(ClientScore score) {
        return switch (score.outcome()) {
            case SCORED, UNCHANGED -> score.probability() != null;
            case UNSCORABLE, DEPARTED -> false;
        };
    }
}
