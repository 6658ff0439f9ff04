package io.vigie.query.summary;

import io.vigie.query.clientcard.ClientFact;
import io.vigie.query.platform.Portfolio;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Summaries extends Repository<ClientFact, String> {

    String NUMBERS = """
            select new io.vigie.query.summary.Summary(
                count(*),
                count(*) filter (where c.status = 'active'),
                count(*) filter (where c.status = 'left'),
                new io.vigie.query.summary.Summary$Bands(
                    count(*) filter (where c.status = 'active' and c.band = 'low'),
                    count(*) filter (where c.status = 'active' and c.band = 'medium'),
                    count(*) filter (where c.status = 'active' and c.band = 'high')),
                count(*) filter (where c.status = 'active' and c.band = 'high'),
                count(*) filter (where c.status = 'active' and c.band = 'high'
                    and c.accountManagerId is null and not c.managedElsewhere),
                coalesce(sum(c.totalPurchase) filter (where c.status = 'active' and c.band = 'high'), 0bd))
            from ClientFact c
            where c.status <> 'unknown'
            """;

    /** The numbers of a portfolio. */
    default Summary of(Portfolio portfolio) {
        return portfolio.choose(this::everybodys, this::own);
    }

    @Query(NUMBERS)
    Summary everybodys();

    @Query(NUMBERS + "and c.accountManagerId = :accountManagerId")
    Summary own(String accountManagerId);
}
