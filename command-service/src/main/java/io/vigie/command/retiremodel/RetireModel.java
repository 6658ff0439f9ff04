package io.vigie.command.retiremodel;

/** The version gets no alias any more. */
record RetireModel(String modelName, int version, String reason) {}
