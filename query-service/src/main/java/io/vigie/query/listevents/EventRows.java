package io.vigie.query.listevents;

import io.vigie.query.platform.Portfolio;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface EventRows extends Repository<EventRow, EventRow.Key> {

    /** Those of a client, if the portfolio has it. */
    default List<EventRow> after(Portfolio portfolio, String clientId, long after, Limit limit) {
        return portfolio.choose(
                () -> findByClientIdAndHandledTrueAndVersionGreaterThanOrderByVersionAsc(clientId, after, limit),
                own -> own(own, clientId, after, limit));
    }

    List<EventRow> findByClientIdAndHandledTrueAndVersionGreaterThanOrderByVersionAsc(
            String clientId, long after, Limit limit);

    @Query("""
            select e from EventRow e
            where e.clientId = :clientId and e.handled and e.version > :after
            and exists (select 1 from ClientCard c
                where c.clientId = e.clientId and c.accountManagerId = :accountManagerId)
            order by e.version
            """)
    List<EventRow> own(String accountManagerId, String clientId, long after, Limit limit);
}
