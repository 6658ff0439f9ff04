package io.vigie.command.rollbackmodel;

import io.vigie.command.model.ModelState;
import io.vigie.command.model.Models;
import io.vigie.command.platform.Recorded;
import io.vigie.command.platform.Refused;
import io.vigie.contracts.model.ModelEvent;
import io.vigie.contracts.model.ModelEvent.ModelChallengerDismissed;
import io.vigie.contracts.model.ModelEvent.ModelRolledBack;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** One step back each time, to a version that isn't retired; where it was challenger, it is so no longer. */
@Component
final class RollingBackModel {

    private final Models models;

    RollingBackModel(Models models) {
        this.models = models;
    }

    @CommandHandler
    Recorded handle(RollBackModel command) {
        return models.change(command.modelName(), state -> decide(command, state));
    }

    static List<ModelEvent> decide(RollBackModel command, ModelState state) {
        int previous = state.previousChampion()
                .orElseThrow(() -> Refused.conflict(
                        "no-previous-champion", "No other version was champion before the present one."));
        if (state.retired().contains(previous)) {
            throw Refused.conflict(
                    "version-retired", "The version that was champion before is retired; promote another one.");
        }
        ModelRolledBack rolledBack = new ModelRolledBack(
                command.modelName(), previous, Objects.requireNonNull(state.champion()), command.reason());
        return state.isChallenger(previous)
                ? List.of(new ModelChallengerDismissed(command.modelName(), previous, command.reason()), rolledBack)
                : List.of(rolledBack);
    }
}
