package io.vigie.query.projectmodels;

import io.vigie.contracts.model.ModelArtefact;
import io.vigie.contracts.model.ModelDeployment;

/** What is handed out to whoever scores. */
sealed interface HandedOut {

    /** Where it stands on its topic: of two records of one key the larger one holds. */
    long offset();

    /** A version with its document, which stands beside it and not in it. */
    record Document(ModelArtefact artefact, byte[] bytes, long offset) implements HandedOut {}

    /** Which versions are to score. */
    record Deployment(ModelDeployment deployment, long offset) implements HandedOut {}
}
