package io.vigie.command.assignaccountmanager;

import org.jspecify.annotations.Nullable;

/** The account manager looks after the client from now on. */
record AssignAccountManager(
        String clientId, String accountManagerId, @Nullable String reason) {}
