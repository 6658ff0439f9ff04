package io.vigie.command.firstmodel;

import io.vigie.command.eventstore.AggregateIds;
import io.vigie.command.eventstore.EventMetadata;
import io.vigie.command.platform.Attempts;
import io.vigie.command.promotemodel.PromoteModel;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Uploads the churn model of this build and makes it champion, by the system itself, where there was none ever. Tried at the
 * start and again until there is one; whichever instance comes first does it.
 */
@Component
class FirstModel implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstModel.class);

    private static final String SYSTEM = "system";
    private static final String REASON = "First start.";

    private final Attempts attempts;
    private final CommandGateway gateway;
    private final JdbcTemplate jdbc;
    private volatile boolean there;

    FirstModel(Attempts attempts, CommandGateway gateway, JdbcTemplate jdbc) {
        this.attempts = attempts;
        this.gateway = gateway;
        this.jdbc = jdbc;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        ensure();
    }

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT10S")
    void ensure() {
        if (there) {
            return;
        }
        try {
            if (attempts.inTransaction(this::isMissing)) {
                ModelOfThisBuild first = ModelOfThisBuild.read();
                attempts.inTransaction(() -> add(first));
            }
            there = true;
        } catch (RuntimeException notNow) {
            LOG.warn(
                    "The first model can't be added now and is tried again: {}",
                    notNow.getClass().getSimpleName());
        }
    }

    private boolean isMissing() {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select not exists (select from domain_event_entry where aggregate_identifier = ?)",
                Boolean.class,
                AggregateIds.ofModel(ModelOfThisBuild.NAME)));
    }

    private boolean add(ModelOfThisBuild first) {
        if (!isMissing()) {
            return false;
        }
        try {
            send(first.upload());
            send(new PromoteModel(ModelOfThisBuild.NAME, 1, REASON, null, null));
            LOG.info("The model {}/1 of this build is the first champion", ModelOfThisBuild.NAME);
            return true;
        } catch (AggregateStreamCreationException addedMeanwhile) {
            throw new ConcurrencyException("another instance was faster", addedMeanwhile);
        }
    }

    private void send(Object command) {
        gateway.sendAndWait(GenericCommandMessage.asCommandMessage(command)
                .withMetaData(Map.of(EventMetadata.ACTOR, SYSTEM, EventMetadata.ACTOR_KIND, SYSTEM)));
    }
}
