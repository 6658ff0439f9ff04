package io.vigie.standalone.importing;

import io.vigie.standalone.api.Problem;
import io.vigie.standalone.api.Query;
import io.vigie.standalone.supervisor.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/** Remembers, in the data folder, which import of a file nobody has seen the end of. */
final class Unfinished {

    private final DataFolder folder;
    private final Path note;
    private final String file;

    Unfinished(DataFolder folder, Path file) {
        try {
            Path real = file.toRealPath();
            this.file = real + "|" + Files.size(real) + "|" + Files.getLastModifiedTime(real);
            this.folder = folder;
            this.note = notes(folder)
                    .resolve(UUID.nameUUIDFromBytes(real.toString().getBytes(StandardCharsets.UTF_8)) + ".txt");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The import of this very file that was interrupted, if the system knows it. */
    Optional<String> find(BiFunction<String, Query, JsonNode> get) {
        try {
            List<String> lines = Files.readAllLines(note);
            if (lines.size() == 2 && lines.get(0).equals(file)) {
                return Optional.of(get.apply("/api/imports/" + lines.get(1), Query.none())
                        .path("importId")
                        .asString(""));
            }
        } catch (IOException | Problem nothingToResume) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Path notes(DataFolder folder) {
        return folder.root().resolve("imports");
    }

    void remember(String id) {
        try {
            if (Files.isDirectory(folder.root())) {
                Files.createDirectories(notes(folder));
                Files.write(note, List.of(file, id));
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    void forget() {
        try {
            Files.deleteIfExists(note);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
