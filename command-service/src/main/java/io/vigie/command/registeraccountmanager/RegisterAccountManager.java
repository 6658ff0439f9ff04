package io.vigie.command.registeraccountmanager;

/** Somebody can look after {@code capacity} clients from now on. */
record RegisterAccountManager(String accountManagerId, String name, int capacity) {}
