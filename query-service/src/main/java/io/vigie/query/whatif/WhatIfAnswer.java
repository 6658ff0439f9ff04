package io.vigie.query.whatif;

import io.vigie.contracts.score.ModelReference;

/**
 * A client's risk as it is, and as it would be.
 *
 * @param clientVersion of the client when it was scored last
 * @param model which gave that score, and is asked again
 * @param before the score that is shown
 * @param after the same client with the changes
 */
record WhatIfAnswer(String clientId, long clientVersion, ModelReference model, Estimate before, Estimate after) {}
