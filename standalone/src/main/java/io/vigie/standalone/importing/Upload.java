package io.vigie.standalone.importing;

import io.vigie.standalone.Refusal;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.output.CountedFile;
import io.vigie.standalone.output.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sends a file as it is read. */
final class Upload {

    private Upload() {}

    /** The id of the import that it became. */
    static String of(Api api, Path file) {
        try (Progress progress = new Progress("upload", "bytes", Files.size(file))) {
            BodyPublisher body = BodyPublishers.fromPublisher(
                    BodyPublishers.ofInputStream(() -> counted(file, progress)), Math.max(1, Files.size(file)));
            return api.upload("/api/imports/clients", body, "text/csv")
                    .path("importId")
                    .asString("");
        } catch (IOException | UncheckedIOException unreadable) {
            throw new Refusal("The file can't be read: check its permissions.", 1, unreadable);
        }
    }

    private static InputStream counted(Path file, Progress progress) {
        try {
            return CountedFile.open(file, progress);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
