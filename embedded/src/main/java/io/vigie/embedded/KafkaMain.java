package io.vigie.embedded;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A Kafka broker as a process of its own; a signal to end stops it cleanly. */
public final class KafkaMain {

    private KafkaMain() {}

    /** Takes the data folder and the port. Ends with 1 when the broker can't be started. */
    public static void main(String[] args) throws InterruptedException {
        try {
            KafkaBroker broker = KafkaBroker.start(Path.of(args[0]), Integer.parseInt(args[1]));
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "kafka-closer"));
            System.out.println("ready " + broker.bootstrapServers());
        } catch (EmbeddedServerException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }
}
