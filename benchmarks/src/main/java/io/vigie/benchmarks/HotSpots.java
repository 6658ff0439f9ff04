package io.vigie.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;

/** Where the samples of flight recordings fall: by the innermost method, and by the innermost outside of the JDK. */
final class HotSpots {

    private static final int MOST = 20;
    private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

    private final Map<String, Integer> innermost = new HashMap<>();
    private final Map<String, Integer> innermostOutside = new HashMap<>();
    private final Map<String, Integer> threads = new HashMap<>();
    private int samples;

    static void print(Path recordings, String beginning, PrintStream out) throws IOException {
        try (Stream<Path> files = Files.list(recordings)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith(beginning + "-"))
                    .sorted()
                    .toList()) {
                HotSpots spots = new HotSpots();
                try (RecordingFile recording = new RecordingFile(file)) {
                    while (recording.hasMoreEvents()) {
                        spots.count(recording.readEvent());
                    }
                }
                spots.print(file, out);
            }
        }
    }

    private void count(RecordedEvent event) {
        RecordedStackTrace stack = event.getStackTrace();
        if (!event.getEventType().getName().equals("jdk.ExecutionSample")
                || stack == null
                || stack.getFrames().isEmpty()) {
            return;
        }
        samples++;
        List<RecordedFrame> frames = stack.getFrames();
        innermost.merge(method(frames.get(0)), 1, Integer::sum);
        frames.stream()
                .map(HotSpots::method)
                .filter(method -> JDK.stream().noneMatch(method::startsWith))
                .findFirst()
                .ifPresent(method -> innermostOutside.merge(method, 1, Integer::sum));
        if (event.hasField("sampledThread") && event.getThread("sampledThread") != null) {
            String thread = String.valueOf(event.getThread("sampledThread").getJavaName());
            threads.merge(thread.replaceAll("\\d+", "#"), 1, Integer::sum);
        }
    }

    private void print(Path file, PrintStream out) {
        out.println(file.getFileName() + ": " + samples + " samples");
        print("threads", threads, out);
        print("innermost", innermost, out);
        print("innermost outside of the JDK", innermostOutside, out);
    }

    private void print(String title, Map<String, Integer> counts, PrintStream out) {
        out.println("  " + title);
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST)
                .forEach(entry -> out.printf(
                        Locale.ROOT, "    %5.1f %%  %s%n", 100.0 * entry.getValue() / samples, entry.getKey()));
    }

    private static String method(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }
}
