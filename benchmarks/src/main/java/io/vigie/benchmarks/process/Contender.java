package io.vigie.benchmarks.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The side of a child process that takes its turn when it is asked to. */
@FunctionalInterface
public interface Contender {

    /** Precedes what is meant for the parent; everything else is for the log. */
    String MARK = "@@ ";

    /** The first thing that is said. */
    String READY = "ready";

    /** Precedes the name of what was thrown. */
    String FAILED = "failed";

    /** Does what the words say, and answers with words. */
    List<Object> turn(List<String> words) throws Exception;

    /** Says that it is ready and takes turns until the parent is gone; then ends this process. */
    static void serve(Contender contender) {
        PrintStream out = System.out;
        out.println(MARK + READY);
        try (BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = questions.readLine(); line != null; line = questions.readLine()) {
                out.println(MARK + answer(contender, line));
            }
        } catch (IOException e) {
            e.printStackTrace(out);
        }
        System.exit(0);
    }

    private static String answer(Contender contender, String line) {
        try {
            return String.join(
                    " ",
                    contender.turn(List.of(line.split(" "))).stream()
                            .map(String::valueOf)
                            .toList());
        } catch (Exception e) {
            e.printStackTrace(System.out);
            return FAILED + " " + e.getClass().getName();
        }
    }
}
