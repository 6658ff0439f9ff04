package io.vigie.command.changecapacity;

/** The account manager can look after {@code capacity} clients from now on. */
record ChangeCapacity(String accountManagerId, int capacity) {}
