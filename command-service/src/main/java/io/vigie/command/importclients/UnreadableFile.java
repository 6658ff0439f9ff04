package io.vigie.command.importclients;

import io.vigie.web.Rejected;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;

/** A received file is not what can be read: reading it again would end in the same way. */
final class UnreadableFile extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableFile(RuntimeException cause) {
        super("the file can't be read", cause);
    }

    /** What was read; that the database, where the file is kept, can't be asked now says nothing about the file. */
    static <T> T during(Supplier<T> reading) throws UnreadableFile {
        try {
            return reading.get();
        } catch (Rejected | DataAccessException notNow) {
            throw notNow;
        } catch (RuntimeException unreadable) {
            throw new UnreadableFile(unreadable);
        }
    }
}
