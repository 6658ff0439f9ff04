package io.vigie.acceptance.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks for words in everything that a system has logged. */
final class LogSearch {

    private final List<Path> files;

    LogSearch(Path logs) throws IOException {
        try (Stream<Path> found = Files.walk(logs)) {
            files = found.filter(Files::isRegularFile).toList();
        }
    }

    List<Path> files() {
        return files;
    }

    /** Each place where one of the words stands; the word itself isn't repeated. */
    List<String> placesOf(List<String> words) throws IOException {
        List<String> places = new ArrayList<>();
        for (Path file : files) {
            // Whatever the bytes are.
            List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .lines()
                    .toList();
            for (int line = 0; line < lines.size(); line++) {
                for (int word = 0; word < words.size(); word++) {
                    if (lines.get(line).contains(words.get(word))) {
                        places.add("%s:%d has word %d".formatted(file.getFileName(), line + 1, word + 1));
                    }
                }
            }
        }
        return places;
    }
}
