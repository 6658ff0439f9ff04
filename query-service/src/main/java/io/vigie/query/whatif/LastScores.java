package io.vigie.query.whatif;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** For a client that is known to be in the portfolio of whoever asks. */
interface LastScores extends Repository<LastScore, LastScore.Key> {

    Optional<LastScore> findFirstByClientIdAndHandledTrueOrderByScoreSequenceDesc(String clientId);
}
