package io.vigie.scoring.platform;

import io.vigie.pmml.Model;
import io.vigie.scoring.models.Deployment;
import io.vigie.scoring.models.Deployments;
import io.vigie.scoring.models.ModelFeed;
import io.vigie.scoring.scoreclient.ScoringMetrics;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Up only while events are being scored: a rebalance is out of service, too. Models that can't be used don't change that,
 * as the last ones that could score on, but they are told.
 */
record StreamsHealth(StreamsRun run, ModelFeed feed, Deployments deployments, ScoringMetrics metrics)
        implements HealthIndicator {

    @Override
    public Health health() {
        return (run.scores() ? Health.up() : Health.outOfService())
                .withDetail("streams", run.told())
                .withDetail("models", models())
                .build();
    }

    private Map<String, Object> models() {
        Map<String, Object> told = new LinkedHashMap<>();
        Deployment latest = deployments.latest();
        if (latest != null) {
            told.put("revision", latest.revision());
            told.put("champion", name(latest.champion()));
            Model challenger = latest.challenger();
            if (challenger != null) {
                told.put("challenger", name(challenger));
            }
        }
        metrics.revision().ifPresent(revision -> told.put("lowestRevisionInUse", revision));
        feed.problem().ifPresent(problem -> told.put("problem", problem));
        feed.garbage().ifPresent(garbage -> told.put("garbage", garbage));
        return told;
    }

    private static String name(Model model) {
        return model.name() + "/" + model.version();
    }
}
