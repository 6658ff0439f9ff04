package io.vigie.standalone.trainingset;

import io.vigie.standalone.Refusal;
import io.vigie.standalone.Target;
import io.vigie.standalone.events.Broker;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigie training-set}: a row of features and outcome for each client, as a CSV file. */
@Command(
        name = "training-set",
        description = "Writes what models learn from, out of the history of events: a row for each client.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Whoever left and hasn't come back has the outcome 1 and the features of the moment before; everybody else has 0",
            "and the features of --as-of. Nothing that came later is in a row, nor anything that tells who it is.",
            "vigie train --data @events does this and trains.",
            "",
            "Examples:",
            "  vigie training-set --out clients.csv",
            "  vigie training-set --as-of 2026-06-30 --out until-june.csv"
        })
public final class TrainingSet implements Callable<Integer> {

    private static final int TOLD_EVERY = 100_000;

    @Mixin
    private Target target;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            defaultValue = "now",
            description = "A day (UTC, not included), a moment as 2026-01-31T12:00:00Z, or now (default).")
    private String asOf;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where the rows go.")
    private Path out;

    @Spec
    private CommandSpec spec;

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() {
        Instant moment = moment();
        TrainingRows rows = new TrainingRows(moment);
        PrintWriter told = spec.commandLine().getErr();
        try {
            new ClientHistory(Broker.settings(target)).read(rows, count -> {
                if (count % TOLD_EVERY == 0) {
                    told.printf("%,d events read%n", count);
                }
            });
        } catch (KafkaException unavailable) {
            throw new Refusal("Kafka doesn't answer right now; see ./vigie status", 1, unavailable);
        }
        write(rows);
        told.printf("%d clients before %s, %d of them left.%n", rows.count(), moment, rows.left());
        if (rows.incomplete() > 0) {
            told.printf(
                    "%d clients have no row, because events of theirs are missing; see ./vigie dead-letters.%n",
                    rows.incomplete());
        }
        return 0;
    }

    private void write(TrainingRows rows) {
        Path file = out.toAbsolutePath();
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (Writer writer = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                rows.write(writer);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new Refusal(out + " can't be written.", 1, unwritable);
        } finally {
            part.toFile().delete();
        }
    }

    private Instant moment() {
        Instant now = clock.instant();
        try {
            Instant moment = asOf.equals("now")
                    ? now
                    : asOf.length() == 10
                            ? LocalDate.parse(asOf).atStartOfDay().toInstant(ZoneOffset.UTC)
                            : OffsetDateTime.parse(asOf).toInstant();
            if (moment.isAfter(now)) {
                throw new Refusal("--as-of is yet to come: nobody knows who will have left by then.", 2, null);
            }
            return moment;
        } catch (DateTimeException neither) {
            throw new Refusal("--as-of takes a day as 2026-01-31 or a moment as 2026-01-31T12:00:00Z.", 2, neither);
        }
    }
}
