package io.vigie.query.evaluatemodel;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import io.vigie.web.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Takes bodies whole before anything is done with them, so that nobody waits for whoever sends slowly: small ones in memory,
 * others on disk, of which there are only so many.
 */
@Component
class Spool {

    /** As many bytes are held of a request anyhow. */
    static final int SMALL = 64 * 1024;

    private static final String BEGIN = "vigie-records-";
    private static final String END = ".csv";
    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);

    private final Path folder;
    private final Semaphore files;

    @Autowired
    Spool(EvaluationSettings settings) throws IOException {
        this(settings.spool(), settings.files());
    }

    Spool(Path folder, int files) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.files = new Semaphore(files);
    }

    /**
     * Takes all of it. How much it may be is for whoever gave the stream.
     *
     * @throws Rejected 503 while there are too many
     */
    Sent take(InputStream sent) throws IOException {
        byte[] head = sent.readNBytes(SMALL);
        if (head.length < SMALL) {
            return Sent.small(head);
        }
        if (!files.tryAcquire()) {
            throw Rejected.notReady(
                    "busy", "Busy", "Others send files already: send it again in a moment.", Duration.ofSeconds(5));
        }
        try {
            return Sent.onDisk(onDisk(head, sent), files::release);
        } catch (IOException | RuntimeException failure) {
            files.release();
            throw failure;
        }
    }

    private Path onDisk(byte[] head, InputStream rest) throws IOException {
        Path file = Files.createTempFile(folder, BEGIN, END);
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(head);
            rest.transferTo(out);
            return file;
        } catch (IOException | RuntimeException failure) {
            Files.deleteIfExists(file);
            throw failure;
        }
    }

    /** Deletes those that were written before then: whoever was killed left them. */
    void clear(Instant before) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, BEGIN + "*" + END)) {
            for (Path file : left) {
                try {
                    if (Files.getLastModifiedTime(file, NOFOLLOW_LINKS)
                            .toInstant()
                            .isBefore(before)) {
                        Files.deleteIfExists(file);
                    }
                } catch (FileSystemException othersOrGone) {
                    LOG.debug("A file of records stays where it is.");
                }
            }
        } catch (DirectoryIteratorException unreadable) {
            throw unreadable.getCause();
        }
    }
}
