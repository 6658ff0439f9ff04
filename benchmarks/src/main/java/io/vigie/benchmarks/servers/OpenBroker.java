package io.vigie.benchmarks.servers;

import io.vigie.embedded.KafkaBroker;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The broker of the distribution as a process of its own, without accounts. */
final class OpenBroker {

    private OpenBroker() {}

    /** Takes the data folder and the port. */
    public static void main(String[] args) throws InterruptedException {
        KafkaBroker broker = KafkaBroker.start(Path.of(args[0]), Integer.parseInt(args[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "kafka-closer"));
        new CountDownLatch(1).await();
    }
}
