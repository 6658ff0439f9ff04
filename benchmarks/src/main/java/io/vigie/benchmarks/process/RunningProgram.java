package io.vigie.benchmarks.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A started JVM. Whoever is a {@link Contender} is asked by lines on its standard input; what else it prints is logged. */
public final class RunningProgram implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 300;
    private static final String GONE = "gone";

    private final String name;
    private final Path log;
    private final Process process;
    private final BufferedWriter questions;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final Thread stopAtExit;

    private RunningProgram(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
        this.questions = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        this.stopAtExit = new Thread(process::destroy, name + "-stop");
    }

    /** Starts it; its log goes into {@code folder}. */
    public static RunningProgram start(JavaProgram program, Path folder) throws IOException {
        Files.createDirectories(folder);
        ProcessBuilder builder = new ProcessBuilder(program.command()).directory(folder.toFile());
        builder.redirectErrorStream(true);
        builder.environment().put("CLASSPATH", program.classPath().toString());
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.environment().putAll(program.environment());
        Path log = folder.resolve(program.name() + ".log");
        RunningProgram running = new RunningProgram(program.name(), log, builder.start());
        Runtime.getRuntime().addShutdownHook(running.stopAtExit);
        Thread reader = new Thread(running::read, program.name() + "-output");
        reader.setDaemon(true);
        reader.start();
        return running;
    }

    /** Waits for a {@link Contender} to say that it is ready. */
    public RunningProgram awaitReady() throws IOException, InterruptedException {
        String first = next();
        if (!first.equals(Contender.READY)) {
            throw new IOException(name + " is not ready but said " + first + ": see " + log);
        }
        return this;
    }

    /** What it answers to these words. */
    public List<String> ask(Object... words) throws IOException, InterruptedException {
        questions.write(
                String.join(" ", List.of(words).stream().map(String::valueOf).toList()));
        questions.newLine();
        questions.flush();
        String answer = next();
        if (answer.equals(GONE)) {
            throw new IOException(name + " has ended: see " + log);
        }
        if (answer.startsWith(Contender.FAILED)) {
            throw new IOException(name + ": " + answer + ": see " + log);
        }
        return List.of(answer.split(" "));
    }

    /** Asks for work, and how much of it was done per second. */
    public double rate(Object... words) throws IOException, InterruptedException {
        List<String> answer = ask(words);
        return Long.parseLong(answer.get(0)) / (Long.parseLong(answer.get(1)) / 1e9);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** What its process has had of the processors so far, as the operating system counts it. */
    public Duration processorTime() {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException(name + " has ended, or nobody counts its time"));
    }

    /** Where what it prints goes. */
    public Path log() {
        return log;
    }

    private String next() throws IOException, InterruptedException {
        String answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (answer == null) {
            throw new IOException(name + " does not answer: see " + log);
        }
        return answer;
    }

    private void read() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
                BufferedWriter logged = Files.newBufferedWriter(log)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(Contender.MARK)) {
                    answers.add(line.substring(Contender.MARK.length()));
                } else {
                    logged.write(line);
                    logged.newLine();
                    logged.flush();
                }
            }
        } catch (IOException e) {
            // It was closed.
        }
        answers.add(GONE);
    }

    /** Ends it. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Runtime.getRuntime().removeShutdownHook(stopAtExit);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IllegalStateException shuttingDown) {
            // Then the hook runs.
        }
    }
}
