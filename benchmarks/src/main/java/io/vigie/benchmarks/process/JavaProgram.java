package io.vigie.benchmarks.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A JVM to start. The options are those with which the distribution starts its services, the same for every contender but
 * for {@link #LATE_TO_OPTIMISE}.
 *
 * @param name of its log and its recording
 * @param options for this JVM beyond those of all
 * @param environment added to this process's
 */
public record JavaProgram(
        String name,
        ClassPath classPath,
        String mainClass,
        List<String> options,
        List<String> arguments,
        Map<String, String> environment) {

    /** As the distribution starts the query-service where there are few processors. */
    public static final List<String> LATE_TO_OPTIMISE = List.of(
            "-XX:Tier4InvocationThreshold=20000",
            "-XX:Tier4MinInvocationThreshold=2400",
            "-XX:Tier4CompileThreshold=60000",
            "-XX:Tier4BackEdgeThreshold=160000");

    private static final List<String> FOR_ALL = List.of(
            "-XX:+UseSerialGC",
            "-XX:ReservedCodeCacheSize=96m",
            "-Xms96m",
            "-Djava.awt.headless=true",
            "-Duser.timezone=UTC",
            "-Dfile.encoding=UTF-8");

    /** With the heap of a service. */
    public static JavaProgram of(String name, ClassPath classPath, Class<?> mainClass, String... arguments) {
        return new JavaProgram(name, classPath, mainClass.getName(), List.of("-Xmx256m"), List.of(arguments), Map.of());
    }

    /** The same with a flight recording that is written to {@code file} when it ends. */
    public JavaProgram recordedIn(Path file) {
        List<String> more = new ArrayList<>(options);
        more.add("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + file);
        return new JavaProgram(name, classPath, mainClass, more, arguments, environment);
    }

    List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FOR_ALL);
        command.addAll(options);
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }
}
