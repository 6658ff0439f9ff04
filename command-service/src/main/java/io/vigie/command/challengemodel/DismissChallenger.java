package io.vigie.command.challengemodel;

/** No version scores in shadow from now on. */
record DismissChallenger(String modelName, String reason) {}
