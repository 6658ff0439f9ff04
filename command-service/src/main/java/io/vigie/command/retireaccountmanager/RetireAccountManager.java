package io.vigie.command.retireaccountmanager;

/** The account manager looks after nobody any more, for ever. */
record RetireAccountManager(String accountManagerId) {}
