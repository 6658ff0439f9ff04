package io.vigie.scoring.platform;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vigie.contracts.score.Bands;
import io.vigie.scoring.models.Deployments;
import io.vigie.scoring.models.FeedMetrics;
import io.vigie.scoring.models.ModelFeed;
import io.vigie.scoring.scoreclient.ScoringMetrics;
import io.vigie.scoring.scoreclient.ScoringSetup;
import io.vigie.scoring.scoreclient.ScoringTopology;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.streams.Topology;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ScoringSettings.class, BrokerSettings.class})
class ScoringWiring {

    /** How long events wait for models with which another instance scored already: less than a transaction may be open. */
    private static final Duration PATIENCE_WITH_OTHERS = Duration.ofSeconds(8);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Deployments deployments() {
        return new Deployments();
    }

    @Bean
    ModelFeed modelFeed(BrokerSettings broker, Deployments deployments, MeterRegistry registry) {
        return new ModelFeed(
                broker.common(),
                ScoringTopology.MODEL,
                ScoringTopology.FEATURES,
                deployments,
                new FeedMetrics(registry, deployments));
    }

    @Bean
    ScoringMetrics scoringMetrics(MeterRegistry registry) {
        return new ScoringMetrics(registry);
    }

    @Bean
    Topology topology(
            Deployments deployments, ScoringSettings settings, Admin admin, Clock clock, ScoringMetrics metrics) {
        return ScoringTopology.of(new ScoringSetup(
                deployments,
                new CommittedPositions(admin),
                new Bands(settings.bands().mediumFrom(), settings.bands().highFrom()),
                settings.scoring().schedule(),
                settings.scoring().sketches().every(),
                settings.topics().partitions(),
                settings.scoring().commitInterval(),
                PATIENCE_WITH_OTHERS,
                clock,
                metrics));
    }

    @Bean
    Admin admin(BrokerSettings broker) {
        Map<String, Object> settings = broker.common();
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "scoring-admin");
        return Admin.create(settings);
    }

    @Bean
    StreamsRun streamsRun(
            Topology topology,
            ModelFeed feed,
            ScoringSettings settings,
            Admin admin,
            BrokerSettings broker,
            ApplicationContext context) {
        return new StreamsRun(
                topology,
                feed,
                StreamsProperties.of(broker.common(), settings),
                new NeededTopics(settings.topics().partitions()),
                admin,
                () -> new Thread(() -> System.exit(SpringApplication.exit(context, () -> 1)), "scoring-end").start());
    }

    @Bean
    StreamsHealth streamsHealthIndicator(
            StreamsRun run, ModelFeed feed, Deployments deployments, ScoringMetrics metrics) {
        return new StreamsHealth(run, feed, deployments, metrics);
    }

    @Bean
    Gauge lag(MeterRegistry registry, Admin admin, ScoringSettings settings) {
        ScoringLag lag = new ScoringLag(admin, settings.topics().partitions());
        return Gauge.builder("vigie.scoring.lag", lag, ScoringLag::measure)
                .strongReference(true)
                .description("offsets of events and retries that are not committed yet")
                .register(registry);
    }
}
