package io.vigie.command.uploadmodel;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What an upload is answered with.
 *
 * @param revision of the model after the command, from 1
 * @param version that the document is
 * @param sha256 of the document, hexadecimal, lower case
 * @param canScore whether clients are scored by a model of this name, once a version has an alias; false where a version can
 *     only be asked, whatever alias it gets
 * @param consistencyToken give it to a read, and the read covers this command
 */
@Schema(name = "UploadedModel")
record UploadedModel(
        String modelName, long revision, int version, String sha256, boolean canScore, String consistencyToken) {}
