package io.vigie.command.challengemodel;

import io.vigie.command.platform.Subject;

/**
 * What a dismissal is answered with.
 *
 * @param revision of the model after the command, from 1
 * @param consistencyToken give it to a read, and the read covers this command
 */
record ChallengerAnswer(String modelName, long revision, String consistencyToken) {

    static Subject<ChallengerAnswer> of(String name) {
        return new Subject<>("model", (id, revision, token) -> new ChallengerAnswer(name, revision, token));
    }
}
