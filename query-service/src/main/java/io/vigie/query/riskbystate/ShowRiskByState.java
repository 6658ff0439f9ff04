package io.vigie.query.riskbystate;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vigie.query.platform.Portfolio;
import io.vigie.query.platform.Together;
import io.vigie.query.trackprogress.Freshness;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Risk")
class ShowRiskByState {

    private final StateRisks states;
    private final Together<RiskByState> everybodys = new Together<>();

    ShowRiskByState(StateRisks states) {
        this.states = states;
    }

    @GetMapping("/api/risk/by-state")
    @Operation(summary = "What is at risk where")
    RiskByState show(Freshness freshness) {
        Portfolio portfolio = Portfolio.current();
        return portfolio.choose(() -> everybodys.ask(() -> of(portfolio)), own -> of(portfolio));
    }

    private RiskByState of(Portfolio portfolio) {
        return new RiskByState(states.of(portfolio));
    }
}
