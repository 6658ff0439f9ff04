package io.vigie.query.deadletters;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface DeadLetterCards extends Repository<DeadLetterCard, Long> {

    Optional<DeadLetterCard> findById(long deadLetterId);

    @Query("""
            select d from DeadLetterCard d
            where d.deadLetterId < :before
            and (:consumer is null or d.consumer = :consumer)
            and (:state is null or d.state = :state)
            order by d.deadLetterId desc
            """)
    List<DeadLetterCard> before(long before, @Nullable String consumer, @Nullable String state, Limit limit);
}
