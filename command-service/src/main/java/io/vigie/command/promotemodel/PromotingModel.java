package io.vigie.command.promotemodel;

import io.vigie.command.model.ModelState;
import io.vigie.command.model.Models;
import io.vigie.command.model.Versions;
import io.vigie.command.modelregistry.ModelRegistry;
import io.vigie.command.platform.Recorded;
import io.vigie.command.platform.Refused;
import io.vigie.contracts.model.Alias;
import io.vigie.contracts.model.ModelEvent;
import io.vigie.contracts.model.ModelEvent.ModelPromoted;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Any version that isn't retired; nothing happens when it is champion already, or when the proposal was carried out. */
@Component
final class PromotingModel {

    private final Models models;
    private final ModelRegistry registry;

    PromotingModel(Models models, ModelRegistry registry) {
        this.models = models;
        this.registry = registry;
    }

    @CommandHandler
    Recorded handle(PromoteModel command) {
        UUID proposalId = command.proposalId();
        return models.change(
                command.modelName(),
                state -> proposalId == null || registry.carryOut(proposalId) ? decide(command, state) : List.of());
    }

    @CommandHandler
    Recorded handle(CheckPromotion command) {
        return models.change(command.modelName(), state -> {
            Versions.demandUsable(state, command.version());
            if (state.isChampion(command.version())) {
                throw Refused.conflict("already-champion", "The version is the champion already.");
            }
            return List.of();
        });
    }

    static List<ModelEvent> decide(PromoteModel command, ModelState state) {
        Versions.demandUsable(state, command.version());
        return state.isChampion(command.version())
                ? List.of()
                : List.of(new ModelPromoted(
                        command.modelName(),
                        Alias.CHAMPION,
                        command.version(),
                        state.champion(),
                        command.reason(),
                        command.proposedBy()));
    }
}
