package io.vigie.command.importclients;

import io.vigie.command.platform.CommandRequest;
import io.vigie.command.platform.Ids;
import io.vigie.command.platform.OnceOnly;
import io.vigie.command.platform.OnceOnly.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/**
 * Takes in a file in chunks, each kept as it comes, so that memory stays flat and no transaction stays open. What is
 * wrong with the file as a whole is said at once, and then nothing of it is kept.
 */
@Component
class ReceivingFile {

    private static final int CHUNK = 1024 * 1024;
    private static final int ACCEPTED = 202;

    private final Imports imports;
    private final OnceOnly onceOnly;
    private final Ids ids;

    ReceivingFile(Imports imports, OnceOnly onceOnly, Ids ids) {
        this.imports = imports;
        this.onceOnly = onceOnly;
        this.ids = ids;
    }

    /** The import that the file became; that of an earlier request if this is one sent again. */
    Outcome receive(CommandRequest request, InputStream file) throws IOException {
        byte[] start = file.readNBytes(FileStart.LENGTH);
        Header header = FileStart.header(start);
        String importId = ids.next();
        imports.begin(importId, request.actor());
        boolean taken = false;
        try {
            FileShape shape = new FileShape();
            MessageDigest digest = sha256();
            int number = 0;
            for (byte[] chunk = concat(start, file.readNBytes(CHUNK - start.length));
                    chunk.length > 0;
                    chunk = file.readNBytes(CHUNK)) {
                shape.pass(chunk, number == 0 ? FileStart.bomLength(chunk) : 0, chunk.length);
                digest.update(chunk);
                imports.add(importId, number++, chunk);
            }
            long rows = shape.rowsBelowHeader();
            String fingerprint = header.titles() + HexFormat.of().formatHex(digest.digest());
            Outcome outcome = onceOnly.perform(request, fingerprint, () -> {
                imports.received(importId, rows);
                return new OnceOnly.Done(ACCEPTED, importId);
            });
            taken = !outcome.replayed();
            return outcome;
        } finally {
            if (!taken) {
                imports.forget(importId);
            }
        }
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
