package io.vigie.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where results go: into a hidden sibling first, which takes the folder's name when all is there. A kill leaves no half. */
final class OutFolder {

    /** All that a run ever leaves; what is beside it is somebody else's. */
    private static final Set<String> OURS = Set.of("report.html", "report.json", "models");

    /** Ends the name of results that are being replaced. */
    private static final String OLD = ".old";

    private final Path folder;
    private final Path unfinished;
    private final boolean overwrite;

    private OutFolder(Path folder, Path unfinished, boolean overwrite) {
        this.folder = folder;
        this.unfinished = unfinished;
        this.overwrite = overwrite;
    }

    /**
     * Makes sure that results can be kept, before hours of work.
     *
     * @throws Refusal when something is there already and may not be overwritten, when there is something else than results
     *     of training, or nothing can be written there
     */
    static OutFolder prepare(Path out, boolean overwrite) {
        Path folder = out.toAbsolutePath().normalize();
        try {
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw new Refusal(out + " is a file: give --out a folder.");
            }
            Path parent = folder.getParent();
            if (parent == null) {
                throw new Refusal(out + " can't be replaced: give --out a folder inside of another.");
            }
            String prefix = "." + folder.getFileName() + ".unfinished-";
            finishForKilled(folder, parent, prefix);
            mustBeReplaceable(folder, overwrite);
            Files.createDirectories(parent);
            clearAfterKilled(parent, prefix);
            return new OutFolder(
                    folder,
                    Files.createDirectory(
                            parent.resolve(prefix + ProcessHandle.current().pid())),
                    overwrite);
        } catch (IOException fault) {
            throw new Refusal(
                    out + " can't be written (" + fault + "): give --out a folder that you may write to.", fault);
        }
    }

    private static void mustBeReplaceable(Path folder, boolean overwrite) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<String> found;
        try (Stream<Path> content = Files.list(folder)) {
            found = content.map(path -> path.getFileName().toString()).toList();
        }
        if (!overwrite && !found.isEmpty()) {
            throw new Refusal(folder + " holds something already: name another folder, or say --overwrite.");
        }
        if (!OURS.containsAll(found)) {
            throw new Refusal(
                    folder
                            + " holds something else than results of training, which --overwrite would delete: name another folder.");
        }
    }

    /**
     * A run that was killed while its results took the place of others: both lie beside the folder then. The new ones are
     * whole, and were to replace the others.
     */
    private static void finishForKilled(Path folder, Path parent, String prefix) throws IOException {
        if (!Files.isDirectory(parent)) {
            return;
        }
        for (Path old : ofTheDead(parent, prefix, OLD)) {
            String name = old.getFileName().toString();
            Path results = old.resolveSibling(name.substring(0, name.length() - OLD.length()));
            if (!Files.exists(folder)) {
                Files.move(Files.exists(results) ? results : old, folder, StandardCopyOption.ATOMIC_MOVE);
            }
            delete(old);
        }
    }

    private static void clearAfterKilled(Path parent, String prefix) throws IOException {
        for (Path path : ofTheDead(parent, prefix, "")) {
            delete(path);
        }
    }

    /** What is called so, with a process in its name that is no more. */
    private static List<Path> ofTheDead(Path parent, String prefix, String suffix) throws IOException {
        Pattern wanted = Pattern.compile(Pattern.quote(prefix) + "(\\d{1,18})" + Pattern.quote(suffix));
        try (Stream<Path> content = Files.list(parent)) {
            return content.filter(path -> {
                        Matcher name = wanted.matcher(path.getFileName().toString());
                        return name.matches() && isDead(Long.parseLong(name.group(1)));
                    })
                    .toList();
        }
    }

    private static boolean isDead(long pid) {
        return pid == ProcessHandle.current().pid() || ProcessHandle.of(pid).isEmpty();
    }

    /** Keeps a file of the results, by its path in the folder. */
    void write(String path, byte[] bytes) {
        try {
            Path file = unfinished.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /**
     * All is there: the folder takes its name, and results of before go.
     *
     * @throws Refusal when that can't be, as somebody put something there meanwhile; then it says where the results lie
     */
    void complete() {
        try {
            mustBeReplaceable(folder, overwrite);
            Path old = folder.resolveSibling(unfinished.getFileName() + OLD);
            if (Files.exists(folder)) {
                Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
            delete(old);
        } catch (IOException | Refusal fault) {
            throw new Refusal(
                    "The results lie in " + unfinished + ", as they can't take their place: " + fault.getMessage()
                            + " Move them before the next run.",
                    fault);
        }
    }

    /** Nothing comes of it. */
    void abandon() {
        try {
            delete(unfinished);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> content = Files.walk(path)) {
            deepestFirst = content.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.delete(each);
        }
    }
}
