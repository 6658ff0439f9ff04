package io.vigie.command.rollbackmodel;

/** The champion before the present one is champion again. */
record RollBackModel(String modelName, String reason) {}
