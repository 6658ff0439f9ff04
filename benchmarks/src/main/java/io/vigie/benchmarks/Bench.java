package io.vigie.benchmarks;

import io.vigie.benchmarks.process.JavaProgram;
import io.vigie.benchmarks.process.RunningProgram;
import io.vigie.benchmarks.statistics.Contest;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a measurement works with.
 *
 * @param folder for everything it writes, on the disk that is measured
 * @param recordings where flight recordings of the processes go, when they are wanted
 * @param progress gets a line from time to time
 */
public record Bench(Scale scale, Path folder, Optional<Path> recordings, PrintStream progress) {

    /** Starts a process of this measurement. */
    public RunningProgram start(JavaProgram program) throws IOException {
        JavaProgram recorded = recordings
                .map(where -> program.recordedIn(where.resolve(folder.getFileName() + "-" + program.name() + ".jfr")))
                .orElse(program);
        return RunningProgram.start(recorded, folder);
    }

    /** Contenders whose rounds are told here. */
    public Contest contest() {
        return new Contest(progress);
    }
}
