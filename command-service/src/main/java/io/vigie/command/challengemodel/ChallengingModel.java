package io.vigie.command.challengemodel;

import io.vigie.command.model.ModelState;
import io.vigie.command.model.Models;
import io.vigie.command.model.Versions;
import io.vigie.command.platform.Recorded;
import io.vigie.command.platform.Refused;
import io.vigie.contracts.model.Alias;
import io.vigie.contracts.model.ModelEvent;
import io.vigie.contracts.model.ModelEvent.ModelChallengerDismissed;
import io.vigie.contracts.model.ModelEvent.ModelPromoted;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Any version that is neither retired nor champion; one at a time. */
@Component
final class ChallengingModel {

    private final Models models;

    ChallengingModel(Models models) {
        this.models = models;
    }

    @CommandHandler
    Recorded handle(ChallengeModel command) {
        return models.change(command.modelName(), state -> decide(command, state));
    }

    @CommandHandler
    Recorded handle(DismissChallenger command) {
        return models.change(command.modelName(), state -> decide(command, state));
    }

    static List<ModelEvent> decide(ChallengeModel command, ModelState state) {
        Versions.demandUsable(state, command.version());
        if (state.isChampion(command.version())) {
            throw Refused.conflict("version-is-champion", "The version is the champion; compare it with another one.");
        }
        return state.isChallenger(command.version())
                ? List.of()
                : List.of(new ModelPromoted(
                        command.modelName(),
                        Alias.CHALLENGER,
                        command.version(),
                        state.challenger(),
                        command.reason(),
                        null));
    }

    static List<ModelEvent> decide(DismissChallenger command, ModelState state) {
        Integer challenger = state.challenger();
        return challenger == null
                ? List.of()
                : List.of(new ModelChallengerDismissed(command.modelName(), challenger, command.reason()));
    }
}
