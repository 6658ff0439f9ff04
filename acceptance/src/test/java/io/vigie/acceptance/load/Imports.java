package io.vigie.acceptance.load;

import io.vigie.acceptance.data.ChurnFile;
import io.vigie.acceptance.system.Answer;
import io.vigie.acceptance.system.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Somebody who imports one small file after the other, and sends again whatever got no definite answer. */
public final class Imports {

    private static final int ROWS = 120;
    private static final int MOST_FILES = 15;
    private static final Duration BETWEEN = Duration.ofSeconds(2);
    private static final Duration GIVE_UP = Duration.ofMinutes(3);

    private final Api api;
    private final Journal journal;
    private final Path folder;
    private final Thread person = new Thread(this::work, "imports");
    private volatile long seed;
    private volatile boolean going = true;

    public Imports(Api api, Journal journal, Path folder) {
        this.api = api;
        this.journal = journal;
        this.folder = folder;
    }

    public void start(long newSeed) {
        seed = newSeed;
        person.start();
    }

    /** Lets the file that was begun be finished. */
    public void stop() throws InterruptedException {
        going = false;
        person.join();
    }

    private void work() {
        try {
            for (int number = 0; going && number < MOST_FILES; number++) {
                bring(ChurnFile.write(folder.resolve("import-" + number + ".csv"), ROWS, seed * MOST_FILES + number));
                Thread.sleep(BETWEEN.toMillis());
            }
        } catch (IOException noFile) {
            journal.violated("a file could not be written: " + noFile.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void bring(ChurnFile file) throws IOException, InterruptedException {
        String content = Files.readString(file.file());
        String progress = "";
        Instant end = Instant.now().plus(GIVE_UP);
        while (Instant.now().isBefore(end)) {
            try {
                Answer answer = progress.isEmpty()
                        ? api.send("POST", "/api/imports/clients", content, Map.of("Content-Type", "text/csv"))
                        : api.get(progress);
                if (answer.status() == 202) {
                    progress = "/api/imports/" + answer.body().path("importId").asString();
                } else if (answer.body().path("state").stringValue("").equals("completed")) {
                    completed(file, answer);
                    return;
                } else if (answer.status() < 500 && answer.status() != 200 && answer.status() != 429) {
                    journal.violated("an import was answered with " + answer.status() + ": " + answer.text());
                    return;
                }
            } catch (IOException noAnswer) {
                // Asked again: what was sent already is found again as duplicates.
            }
            Thread.sleep(200);
        }
        journal.violated("an import never came to an end");
    }

    /** Each row is registered now, by this import or by one whose answer got lost. */
    private void completed(ChurnFile file, Answer answer) {
        long found = answer.body().path("accepted").asLong()
                + answer.body().path("duplicate").asLong();
        if (found != file.rows()) {
            journal.violated("of %d rows an import found %s".formatted(file.rows(), answer.text()));
        }
        journal.imported(file);
    }
}
