package io.vigie.standalone.supervisor;

import io.vigie.standalone.Refusal;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The built programs: {@code lib} with the command line's own jars, {@code services/NAME} with a service's. */
public final class Installation {

    private final Path home;

    private Installation(Path home) {
        this.home = home;
    }

    /** The one that this process was started from, by system property {@code vigie.home}. */
    public static Installation current() {
        String home = System.getProperty("vigie.home");
        if (home == null) {
            throw new Refusal("The built programs can't be found: start Vigie by ./vigie, which knows where they are.");
        }
        return new Installation(Path.of(home).toAbsolutePath().normalize());
    }

    /**
     * The same programs, kept by a data folder for as long as its system runs.
     *
     * @throws Refusal when they can't be kept there
     */
    Installation keptBy(DataFolder folder) {
        try {
            return new Installation(new KeptPrograms(home, folder.programs()).upToDate());
        } catch (IOException | UncheckedIOException e) {
            throw new Refusal(
                    "The programs can't be copied to " + folder.programs() + " (" + e.getMessage()
                            + "): make room there, or delete standalone/target and start ./vigie again.",
                    1,
                    e);
        }
    }

    /** Where class archives may be kept; goes with the programs when others take their place. */
    Path archives() {
        return home;
    }

    /** The java program that runs this process. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** How to start another process of this program, without its class path: that goes into {@code CLASSPATH}. */
    public List<String> ownCommand(String heap) {
        return List.of(java(), heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dvigie.home=" + home);
    }

    /** The class path of the command line, the edge and the broker. */
    public String ownClassPath() {
        return classPath(home.resolve("lib"));
    }

    /** The class path of a service. */
    String classPath(PartName service) {
        return classPath(home.resolve("services").resolve(service.toString()));
    }

    private static String classPath(Path folder) {
        try (Stream<Path> jars = Files.walk(folder)) {
            List<String> sorted = jars.map(Path::toString)
                    .filter(name -> name.endsWith(".jar"))
                    .sorted()
                    .toList();
            return sorted.stream().collect(Collectors.joining(File.pathSeparator));
        } catch (IOException e) {
            throw new Refusal(folder + " can't be read: delete standalone/target and start ./vigie again.", 1, e);
        }
    }
}
