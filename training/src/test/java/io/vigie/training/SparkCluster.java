package io.vigie.training;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A standalone cluster of Spark's own master and workers, each a program of its own on the loopback interface. They have what a
 * distribution of Spark has, and nothing of Vigie.
 */
final class SparkCluster implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(60);

    private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
    private static final Pattern PAGE = Pattern.compile("Bound MasterWebUI to \\S+ and started at (http://\\S+)");
    private static final Pattern WORKER = Pattern.compile("Successfully registered with master");

    /** Of the class path of the tests, what isn't Spark's: our own modules, and what only they use. */
    private static final Pattern NOT_SPARKS = Pattern.compile(
            ".*/(io/vigie|org/jpmml|info/picocli|me/tongfei|de/siegmar|org/hipparchus|tools/jackson|org/junit|target)/.*");

    private final Path folder;
    private final List<Process> processes = new ArrayList<>();
    private final Thread atExit = new Thread(this::end);
    private int started;
    private final String url;
    private final String page;

    private SparkCluster(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        Path jars = Files.createDirectories(folder.resolve("jars"));
        for (String entry : classPath()) {
            if (entry.endsWith(".jar") && !NOT_SPARKS.matcher(entry).matches()) {
                Path jar = Path.of(entry);
                Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
            }
        }
        Runtime.getRuntime().addShutdownHook(atExit);
        Path log = start("master", "org.apache.spark.deploy.master.Master", "--port", "0", "--webui-port", "0");
        page = await(log, PAGE);
        url = await(log, MASTER);
    }

    /** A master that has no workers yet. */
    static SparkCluster start(Path folder) throws IOException, InterruptedException {
        return new SparkCluster(Files.createDirectories(folder));
    }

    /** One more worker, registered. */
    Process worker(int cores) throws IOException, InterruptedException {
        Path log = start(
                "worker-" + started++,
                "org.apache.spark.deploy.worker.Worker",
                "--webui-port",
                "0",
                "--cores",
                String.valueOf(cores),
                "--memory",
                "1g",
                "--work-dir",
                folder.resolve("work").toString(),
                url);
        await(log, WORKER);
        return processes.get(processes.size() - 1);
    }

    /** All workers go, without a word to anybody. */
    void dismiss() {
        List<Process> workers = processes.subList(1, processes.size());
        workers.forEach(SparkCluster::kill);
        workers.clear();
    }

    /** As {@code --master} takes it. */
    String url() {
        return url;
    }

    /** Where the master tells of itself: {@code page() + "/json/"}. */
    String page() {
        return page;
    }

    private Path start(String name, String program, String... arguments) throws IOException {
        Path log = folder.resolve(name + ".log");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .forEach(command::add);
        command.addAll(List.of("-cp", folder.resolve("jars") + "/*", program, "--host", "127.0.0.1"));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        // As the scripts of a distribution set them.
        builder.environment().put("SPARK_HOME", folder.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        // For all of them and for what they start: short lives don't pay for thorough compiling.
        builder.environment().put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        processes.add(builder.start());
        return log;
    }

    private String await(Path log, Pattern line) throws IOException, InterruptedException {
        long end = System.nanoTime() + READY_WITHIN.toNanos();
        while (true) {
            String text = Files.readString(log);
            Matcher found = line.matcher(text);
            if (found.find()) {
                return found.groupCount() == 0 ? "" : found.group(1);
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not within " + READY_WITHIN + ": " + line + "\n" + text);
            }
            Thread.sleep(50);
        }
    }

    /** Surefire may give a jar that names the others in the place of the class path. */
    private static String[] classPath() {
        String given = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return given.split(System.getProperty("path.separator"));
    }

    private static void kill(Process process) {
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
    }

    private void end() {
        processes.forEach(SparkCluster::kill);
    }

    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
