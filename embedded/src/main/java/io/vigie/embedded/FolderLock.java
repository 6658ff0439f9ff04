package io.vigie.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Says that one living process uses a folder. The operating system takes the lock back when that process dies, however
 * it dies.
 */
public final class FolderLock implements AutoCloseable {

    // POSIX gives up a process's lock when any channel of that process on the file is closed, so a second
    // attempt from within must not even open the file.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @param file the lock file, made when absent and left in place
     * @return null when another holder lives
     * @throws EmbeddedServerException when the file can't be opened
     */
    public static @Nullable FolderLock tryLock(Path file) {
        Path path = file.toAbsolutePath().normalize();
        if (!HELD.add(path)) {
            return null;
        }
        FolderLock lock = null;
        try {
            Files.createDirectories(path.getParent());
            lock = open(path);
            return lock;
        } catch (IOException e) {
            throw new EmbeddedServerException(path + " can't be written: " + e.getMessage() + ".", e);
        } finally {
            if (lock == null) {
                HELD.remove(path);
            }
        }
    }

    private static @Nullable FolderLock open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock taken = null;
        try {
            taken = channel.tryLock();
            return taken == null ? null : new FolderLock(path, channel);
        } finally {
            if (taken == null) {
                channel.close();
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new EmbeddedServerException(file + " can't be closed: " + e.getMessage() + ".", e);
        } finally {
            HELD.remove(file);
        }
    }
}
