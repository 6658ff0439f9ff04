package io.vigie.pmml;

/** Which model, and the fingerprint of its document. */
record ModelId(String name, int version, String sha256) {}
