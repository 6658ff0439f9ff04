package io.vigie.query.riskdistribution;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.contracts.score.Bands;
import io.vigie.query.platform.Portfolio;
import io.vigie.query.platform.Together;
import io.vigie.query.riskdistribution.Distributions.Counted;
import io.vigie.query.riskdistribution.RiskDistribution.BandLimits;
import io.vigie.query.trackprogress.Freshness;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Risk")
class ShowRiskDistribution {

    private final Distributions distributions;
    private final BandLimits limits;
    private final Together<RiskDistribution> everybodys = new Together<>();

    /** All figures are of one moment. */
    private final TransactionTemplate moment;

    ShowRiskDistribution(DataSource views, Bands bands) {
        this.distributions = new Distributions(new JdbcTemplate(views));
        this.limits = new BandLimits(bands.mediumFrom(), bands.highFrom());
        this.moment = new TransactionTemplate(new JdbcTransactionManager(views));
        this.moment.setReadOnly(true);
        this.moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @GetMapping("/api/risk/distribution")
    @Operation(
            operationId = "showRiskDistribution",
            summary = "Active clients by score, beside what account managers could still look after",
            description = "A hundred bins of scores from 0 to 1, each from its lower end up to, but without, its upper"
                    + " one; 1 is in the last. Money is what the clients of a bin have bought. Capacity is of active"
                    + " account managers; what one has too many isn't taken from what another has free.")
    RiskDistribution show(Freshness freshness) {
        Portfolio portfolio = Portfolio.current();
        return portfolio.choose(() -> everybodys.ask(() -> of(portfolio)), own -> of(portfolio));
    }

    private RiskDistribution of(Portfolio portfolio) {
        return Objects.requireNonNull(moment.execute(status -> {
            Counted counted = distributions.byScore(portfolio);
            return new RiskDistribution(counted.bins(), counted.unscored(), distributions.capacity(portfolio), limits);
        }));
    }
}
