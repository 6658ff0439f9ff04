package io.vigie.command.promotemodel;

/** Whether the version could become champion now; nothing is recorded. */
record CheckPromotion(String modelName, int version) {}
