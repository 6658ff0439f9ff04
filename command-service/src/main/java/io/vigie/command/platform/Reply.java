package io.vigie.command.platform;

/** What an accepted command is answered with, and answered again when it is sent again under the same key. */
record Reply(int status, String aggregateId, long version, long consistencyToken) {}
