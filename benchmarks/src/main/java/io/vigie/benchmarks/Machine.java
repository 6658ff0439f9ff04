package io.vigie.benchmarks;

import io.vigie.benchmarks.statistics.Samples;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What everything ran on.
 *
 * @param processors that this JVM may use
 * @param java its version
 * @param load the system's average over the minute before the first measurement; above a few tenths it wasn't quiet
 * @param flushMillis how long the disk takes to make 8 kB durable, median: no single commit is faster
 */
record Machine(int processors, String java, double load, double flushMillis) {

    private static final int FLUSHES = 200;

    static Machine look(Path folder) throws IOException {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return new Machine(
                Runtime.getRuntime().availableProcessors(), Runtime.version().toString(), load, flushMillis(folder));
    }

    private static double flushMillis(Path folder) throws IOException {
        Path file = Files.createTempFile(Files.createDirectories(folder), "flush", null);
        List<Double> millis = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int flush = 0; flush < FLUSHES; flush++) {
                channel.write(ByteBuffer.allocate(8_192), flush % 16 * 8_192L);
                long start = System.nanoTime();
                channel.force(false);
                millis.add((System.nanoTime() - start) / 1e6);
            }
        } finally {
            Files.delete(file);
        }
        return Samples.of(millis).median();
    }
}
