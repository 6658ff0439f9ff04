package io.vigie.query.riskbystate;

import io.vigie.query.clientcard.ClientFact;
import io.vigie.query.platform.Portfolio;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StateRisks extends Repository<ClientFact, String> {

    String NUMBERS = """
            select new io.vigie.query.riskbystate.StateRisk(
                c.state,
                count(*),
                count(*) filter (where c.band = 'low'),
                count(*) filter (where c.band = 'medium'),
                count(*) filter (where c.band = 'high'),
                count(*) filter (where c.band = 'high'),
                coalesce(sum(c.totalPurchase) filter (where c.band = 'high'), 0bd),
                avg(c.score))
            from ClientFact c
            where c.status = 'active'
            """;

    String BY_STATE = " group by c.state order by c.state nulls last";

    /** The numbers of a portfolio. */
    default List<StateRisk> of(Portfolio portfolio) {
        return portfolio.choose(this::everybodys, this::own);
    }

    @Query(NUMBERS + BY_STATE)
    List<StateRisk> everybodys();

    @Query(NUMBERS + "and c.accountManagerId = :accountManagerId" + BY_STATE)
    List<StateRisk> own(String accountManagerId);
}
