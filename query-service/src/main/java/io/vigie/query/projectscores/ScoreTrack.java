package io.vigie.query.projectscores;

import io.vigie.contracts.Topics;
import io.vigie.contracts.score.ClientScore;
import io.vigie.query.changes.Change;
import io.vigie.query.changes.Notices;
import io.vigie.query.platform.TableWrite;
import io.vigie.query.platform.TopicSettings;
import io.vigie.query.platform.Wire;
import io.vigie.query.platform.Writes;
import io.vigie.query.projection.Arrival;
import io.vigie.query.projection.Garbage;
import io.vigie.query.projection.Numbered;
import io.vigie.query.projection.Track;
import io.vigie.query.projectscores.RiskState.Latest;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Score records, by the client's score sequence. */
@Component
final class ScoreTrack implements Track<ClientScore, RiskState> {

    private static final TableWrite<RiskState> RISK = TableWrite.<RiskState>into("client_risk")
            .key("client_id", "text", RiskState::clientId)
            .column("score_sequence", "int8", RiskState::scoreSequence)
            .column("score", "float8", latest(Latest::score))
            .column("band", "text", latest(Latest::band))
            .column("reasons", "text", latest(Latest::reasons))
            .column("model", "text", latest(Latest::model))
            .column("model_version", "int4", latest(Latest::modelVersion))
            .column("scored_at", "timestamptz", latest(Latest::scoredAt))
            .column("client_version", "int8", latest(Latest::clientVersion))
            .column("former_band", "text", risk -> risk.former().band())
            .column("band_since", "timestamptz", risk -> risk.former().since())
            .orSet();

    /** What sums are made of, beside what the events say. */
    private static final TableWrite<RiskState> FACT = TableWrite.<RiskState>into("client_fact")
            .key("client_id", "text", RiskState::clientId)
            .column("score", "float8", latest(Latest::score))
            .column("band", "text", latest(Latest::band))
            .orSet();

    private static Function<RiskState, @Nullable Object> latest(Function<Latest, ? extends @Nullable Object> field) {
        return risk -> risk.latest() == null ? null : field.apply(risk.latest());
    }

    private final int partitions;

    ScoreTrack(TopicSettings topics) {
        this.partitions = topics.partitions();
    }

    @Override
    public String name() {
        return "scores";
    }

    @Override
    public String topic() {
        return Topics.CLIENT_SCORES.name();
    }

    @Override
    public Numbered<ClientScore> read(Arrival arrival) throws Garbage {
        String subject = arrival.subject(partitions);
        try {
            ClientScore score = Wire.read(arrival.value(), ClientScore.class);
            if (!score.clientId().equals(subject)) {
                throw new Garbage("the key isn't the client");
            }
            if (score.scoreSequence() < 1 || score.clientVersion() < 1) {
                throw new Garbage("its numbers don't begin at 1");
            }
            if (score.probability() != null && !(score.probability() >= 0 && score.probability() <= 1)) {
                throw new Garbage("its probability isn't one");
            }
            return new Numbered<>(subject, score.scoreSequence(), score.scoreId(), score);
        } catch (Wire.NotReadable notReadable) {
            throw new Garbage(String.valueOf(notReadable.getMessage()));
        }
    }

    @Override
    public Numbered<ClientScore> place(Arrival arrival) throws Garbage {
        return UnreadableScore.place(arrival);
    }

    @Override
    public Map<String, RiskState> load(JdbcTemplate jdbc, Set<String> subjects) {
        Map<String, RiskState> risks = new HashMap<>();
        jdbc.query("select * from client_risk where client_id = any(?)", RiskState::read, (Object)
                        subjects.toArray(String[]::new))
                .forEach(risk -> risks.put(risk.clientId(), risk));
        return risks;
    }

    @Override
    public long number(RiskState state) {
        return state.scoreSequence();
    }

    @Override
    public List<Applied> applied(JdbcTemplate jdbc, Collection<String> subjects, Collection<Long> numbers) {
        return ScoreHistory.applied(jdbc, subjects, numbers);
    }

    @Override
    public RiskState fold(@Nullable RiskState state, Numbered<ClientScore> next) {
        return (state == null ? RiskState.before(next.subject()) : state).after(next.payload());
    }

    @Override
    public RiskState skip(@Nullable RiskState state, Numbered<ClientScore> evicted) {
        return (state == null ? RiskState.before(evicted.subject()) : state).at(evicted.number());
    }

    @Override
    public void write(Writes writes, Collection<RiskState> changed, List<Step<ClientScore>> steps) {
        ScoreHistory.TABLE.write(writes, steps);
        MonthlyScores.write(writes, steps);
        ScoredOffsets.advance(writes, steps);
        RISK.write(writes, changed);
        FACT.write(writes, changed);
        Notices.tell(writes, Change.Kind.SCORE, changed, RiskState::clientId);
    }
}
