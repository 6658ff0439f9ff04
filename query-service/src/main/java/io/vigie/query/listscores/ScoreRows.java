package io.vigie.query.listscores;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface ScoreRows extends Repository<ScoreRow, ScoreRow.Key> {

    List<ScoreRow> findByClientIdAndHandledTrueAndScoreSequenceLessThanOrderByScoreSequenceDesc(
            String clientId, long before, Limit limit);
}
