package io.vigie.command.testing;

import io.vigie.command.model.ModelState;
import io.vigie.contracts.model.Alias;
import io.vigie.contracts.model.ModelEvent;
import io.vigie.contracts.model.ModelEvent.ModelPromoted;
import io.vigie.contracts.model.ModelEvent.ModelRetired;
import io.vigie.contracts.model.ModelEvent.ModelUploaded;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model's life so far, without a store. */
public final class ModelFixture {

    private ModelFixture() {}

    /** The model after these events. */
    public static ModelState after(ModelEvent... events) {
        ModelState state = ModelState.NONE;
        for (ModelEvent event : events) {
            state = state.evolve(event);
        }
        return state;
    }

    /** A version, whose document's fingerprint is {@code sha-VERSION}. */
    public static ModelEvent uploaded(int version) {
        return new ModelUploaded("m", version, "sha-" + version, 10, "RegressionModel", List.of("a"), null);
    }

    /** A promotion. */
    public static ModelEvent promoted(Alias alias, int version, @Nullable Integer replaced) {
        return new ModelPromoted("m", alias, version, replaced, "because", null);
    }

    /** A retirement. */
    public static ModelEvent retired(int version) {
        return new ModelRetired("m", version, "because");
    }
}
