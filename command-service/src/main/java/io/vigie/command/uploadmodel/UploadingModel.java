package io.vigie.command.uploadmodel;

import io.vigie.command.model.ModelState;
import io.vigie.command.model.Models;
import io.vigie.command.modelregistry.ModelDocument;
import io.vigie.command.platform.Recorded;
import io.vigie.command.uploadmodel.UploadModel.Description;
import io.vigie.contracts.model.ModelEvent;
import io.vigie.contracts.model.ModelEvent.ModelUploaded;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** The next version; nothing happens when the document is one already. */
@Component
final class UploadingModel {

    private final Models models;

    UploadingModel(Models models) {
        this.models = models;
    }

    @CommandHandler
    Recorded handle(UploadModel command) throws Exception {
        return models.upload(command.document(), state -> decide(command, state));
    }

    static List<ModelEvent> decide(UploadModel command, ModelState state) {
        ModelDocument document = command.document();
        if (state.versionOf(document.sha256()).isPresent()) {
            return List.of();
        }
        Description description = Objects.requireNonNull(command.description());
        return List.of(new ModelUploaded(
                document.modelName(),
                state.documents().size() + 1,
                document.sha256(),
                document.document().length,
                description.modelType(),
                description.inputs(),
                command.note()));
    }
}
