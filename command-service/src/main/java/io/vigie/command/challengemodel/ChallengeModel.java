package io.vigie.command.challengemodel;

/** The version scores in shadow from now on. */
record ChallengeModel(String modelName, int version, String reason) {}
