package io.vigie.benchmarks;

import java.util.List;

/** One thing to measure, with its peer. */
public interface Measurement {

    /** As it is asked for on the command line. */
    String name();

    /** What is measured against what, in one line. */
    String what();

    /** Measures; the database, the broker and the processes are its own. */
    List<Figure> measure(Bench bench) throws Exception;
}
