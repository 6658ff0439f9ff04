package io.vigie.command.retiremodel;

import io.vigie.command.model.ModelState;
import io.vigie.command.model.Models;
import io.vigie.command.platform.Recorded;
import io.vigie.command.platform.Refused;
import io.vigie.contracts.model.ModelEvent;
import io.vigie.contracts.model.ModelEvent.ModelRetired;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Not the champion, for then nothing would score; a challenger stops being one. */
@Component
final class RetiringModel {

    private final Models models;

    RetiringModel(Models models) {
        this.models = models;
    }

    @CommandHandler
    Recorded handle(RetireModel command) {
        return models.change(command.modelName(), state -> decide(command, state));
    }

    static List<ModelEvent> decide(RetireModel command, ModelState state) {
        if (!state.has(command.version())) {
            throw Refused.notFound("version-not-found", "There is no such version of this model.");
        }
        if (state.isChampion(command.version())) {
            throw Refused.conflict("version-is-champion", "The version is the champion; promote another one first.");
        }
        return state.retired().contains(command.version())
                ? List.of()
                : List.of(new ModelRetired(command.modelName(), command.version(), command.reason()));
    }
}
