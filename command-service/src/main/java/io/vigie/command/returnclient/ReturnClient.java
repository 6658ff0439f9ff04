package io.vigie.command.returnclient;

/** The client that had left is back. */
record ReturnClient(String clientId) {}
