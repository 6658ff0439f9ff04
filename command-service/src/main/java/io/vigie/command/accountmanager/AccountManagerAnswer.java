package io.vigie.command.accountmanager;

import io.vigie.command.platform.Subject;

/**
 * What a command about an account manager is answered with.
 *
 * @param version of the account manager after the command, from 1
 * @param consistencyToken give it to a read, and the read covers this command
 */
public record AccountManagerAnswer(String accountManagerId, long version, String consistencyToken) {

    /** Commands about account managers. */
    public static final Subject<AccountManagerAnswer> SUBJECT =
            new Subject<>("account-manager", AccountManagerAnswer::new);
}
