package io.vigie.command.uploadmodel;

import io.vigie.command.modelregistry.ModelDocument;
import io.vigie.command.uploadmodel.UploadModel.Description;
import io.vigie.pmml.AnyModel;
import io.vigie.pmml.ModelRefused;
import io.vigie.pmml.Room;
import io.vigie.pmml.UploadRules;
import io.vigie.pmml.Uploads;
import io.vigie.pmml.describe.Schema;
import io.vigie.web.Rejected;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets a document prove that it can be used. That takes processors and memory, so only few are checked at a time, each when
 * all of it is there, and no transaction is open meanwhile.
 */
@Component
class CheckingUpload {

    private static final int AT_ONCE = 2;
    private static final Duration AGAIN = Duration.ofSeconds(5);

    /** What the event that tells of it has room for. */
    private static final int MOST_OF_NAMES = 100_000;

    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final ChurnDemands churn;

    CheckingUpload(ChurnDemands churn) {
        this.churn = churn;
    }

    /** Reading and checking what was received. */
    interface Work<T> {
        T run() throws IOException;
    }

    /** Does it now, or not at all: whoever waited would hold a document in memory. */
    <T> T inTurn(Work<T> work) throws IOException {
        if (!turns.tryAcquire()) {
            throw Rejected.notReady(
                    "busy", "Busy", "Two documents are being checked already; upload it again in a moment.", AGAIN);
        }
        try {
            return work.run();
        } finally {
            turns.release();
        }
    }

    /**
     * The command for a document that passed.
     *
     * @throws Rejected 422 with element, reason and remedy
     */
    UploadModel checked(
            String name,
            String sha256,
            byte[] document,
            GivenReference reference,
            @Nullable String card,
            @Nullable String note) {
        try {
            boolean scores = name.equals(ChurnDemands.NAME);
            AnyModel model = Uploads.accept(document, scores ? churn.rules() : UploadRules.any());
            List<String> inputs =
                    model.schema().inputs().stream().map(Schema.Input::name).toList();
            if (inputs.stream().mapToInt(String::length).sum() > MOST_OF_NAMES) {
                throw refused("MiningSchema", "the names of its inputs are too long altogether", "Use fewer inputs.");
            }
            GivenReference kept = scores ? churn.reference(document, inputs, reference) : reference.of(inputs);
            return new UploadModel(
                    new ModelDocument(name, sha256, document, kept.json(), card),
                    new Description(model.schema().modelType(), inputs),
                    note);
        } catch (ModelRefused refused) {
            if (refused.getCause() instanceof Room.Missing) {
                throw Rejected.notReady(
                        "no-room",
                        "No room",
                        "The document can't be checked: " + refused.reason()
                                + ". Upload it again when no other one is checked, export a smaller model, or give the"
                                + " command-service more memory.",
                        AGAIN);
            }
            throw refused(refused.element(), refused.reason(), refused.remedy());
        }
    }

    static Rejected refused(String element, String reason, String remedy) {
        return Rejected.unprocessable("model-refused", "Model refused", element + ": " + reason + ". " + remedy)
                .with("element", element)
                .with("reason", reason)
                .with("remedy", remedy);
    }
}
