package io.vigie.query.listscores;

import io.vigie.query.platform.Portfolio;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ScoreRows extends Repository<ScoreRow, ScoreRow.Key> {

    /** Those of a client, if the portfolio has it. */
    default List<ScoreRow> before(Portfolio portfolio, String clientId, long before, Limit limit) {
        return portfolio.choose(
                () -> findByClientIdAndHandledTrueAndScoreSequenceLessThanOrderByScoreSequenceDesc(
                        clientId, before, limit),
                own -> own(own, clientId, before, limit));
    }

    List<ScoreRow> findByClientIdAndHandledTrueAndScoreSequenceLessThanOrderByScoreSequenceDesc(
            String clientId, long before, Limit limit);

    @Query("""
            select s from ScoreRow s
            where s.clientId = :clientId and s.handled and s.scoreSequence < :before
            and exists (select 1 from ClientCard c
                where c.clientId = s.clientId and c.accountManagerId = :accountManagerId)
            order by s.scoreSequence desc
            """)
    List<ScoreRow> own(String accountManagerId, String clientId, long before, Limit limit);
}
