package io.vigie.command.unassignaccountmanager;

/** Nobody looks after the client from now on. */
record UnassignAccountManager(String clientId) {}
