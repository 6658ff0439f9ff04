package io.vigie.query.riskbystate;

import io.vigie.query.clientcard.ClientCard;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StateRisks extends Repository<ClientCard, String> {

    @Query("""
            select new io.vigie.query.riskbystate.StateRisk(
                c.state,
                count(*),
                count(*) filter (where c.band = 'low'),
                count(*) filter (where c.band = 'medium'),
                count(*) filter (where c.band = 'high'),
                count(*) filter (where c.band = 'high'),
                coalesce(sum(c.totalPurchase) filter (where c.band = 'high'), 0bd),
                avg(c.score))
            from ClientCard c
            where c.status = 'active'
            group by c.state
            order by c.state nulls last
            """)
    List<StateRisk> now();
}
