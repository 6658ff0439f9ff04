package io.vigie.command.changesites;

/** The client uses the service on {@code numSites} sites from now on. */
record ChangeSites(String clientId, int numSites) {}
