package io.vigie.embedded;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * A guarded Kafka broker as a process of its own; a signal to end stops it cleanly. The password of the broker's account is
 * taken from the environment, where no list of processes shows it.
 */
public final class KafkaMain {

    /** The variable with the password. */
    public static final String PASSWORD = "VIGIE_KAFKA_PASSWORD";

    private KafkaMain() {}

    /** Takes the data folder, the port and the controller's port. Ends with 1 when the broker can't be started. */
    public static void main(String[] args) throws InterruptedException {
        String password = System.getenv(PASSWORD);
        if (password == null) {
            giveUp("Kafka isn't started without a password for its own account: set " + PASSWORD + ".");
        }
        try {
            KafkaBroker broker =
                    KafkaBroker.start(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]), password);
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "kafka-closer"));
            System.out.println("ready " + broker.bootstrapServers());
        } catch (EmbeddedServerException e) {
            giveUp(String.valueOf(e.getMessage()));
        } catch (Throwable e) {
            giveUp("Kafka can't be started on the ports " + args[1] + " and " + args[2] + " (" + reason(e)
                    + "): stop whatever else uses them or its folder.");
        }
        new CountDownLatch(1).await();
    }

    /** At once: a half started broker has threads that would keep the process alive, and others that an exit waits for. */
    private static void giveUp(String sentence) {
        System.err.println(sentence);
        System.err.flush();
        Runtime.getRuntime().halt(1);
    }

    /** What began it, on one line. */
    private static String reason(Throwable failure) {
        Throwable first = failure;
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            first = cause;
        }
        return first.toString().lines().findFirst().orElse("");
    }
}
