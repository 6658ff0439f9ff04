package io.vigie.command.model;

import io.vigie.command.platform.Subject;

/**
 * What a command about a model is answered with.
 *
 * @param revision of the model after the command, from 1
 * @param version that the command was about
 * @param consistencyToken give it to a read, and the read covers this command
 */
public record ModelAnswer(String modelName, long revision, int version, String consistencyToken) {

    /** Commands about that version. */
    public static Subject<ModelAnswer> about(String name, int version) {
        return new Subject<>("model", (id, revision, token) -> new ModelAnswer(name, revision, version, token));
    }
}
