package io.vigie.command.client;

import io.vigie.command.platform.Subject;

/**
 * What a command about a client is answered with.
 *
 * @param version of the client after the command, from 1
 * @param consistencyToken give it to a read, and the read covers this command
 */
public record ClientAnswer(String clientId, long version, String consistencyToken) {

    /** Commands about clients. */
    public static final Subject<ClientAnswer> SUBJECT = new Subject<>("client", ClientAnswer::new);
}
