package io.vigie.training.fit;

import io.vigie.training.Refusal;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Spark, on this machine or on a cluster. */
public final class Engine implements AutoCloseable {

    /** Spark 4 needs what Java lost after 21 (the security manager's last remains). */
    private static final int NEWEST_JAVA = 21;

    /** For the first sign of a master. */
    private static final Duration REACHED_WITHIN = Duration.ofSeconds(5);

    /** Spark asks a master three times to be taken in, for 20 seconds each; nobody can set that. */
    private static final Duration TAKEN_IN_WITHIN = Duration.ofSeconds(60);

    private final SparkSession session;
    private final @Nullable Workers workers;

    private Engine(SparkSession session, @Nullable Workers workers) {
        this.session = session;
        this.workers = workers;
    }

    /**
     * Starts it; on a cluster, waits for workers.
     *
     * @param patience for how long a cluster may give no worker, now or while models are fitted
     * @param told of each time that one is still waited for
     * @throws Refusal when this Java is too new, or master or workers can't be had
     */
    public static Engine start(Master master, Duration patience, Consumer<String> told) throws InterruptedException {
        mustSuitThisJava();
        SparkSession.Builder builder = SparkSession.builder()
                .appName("vigie train")
                .master(master.url())
                .config("spark.ui.enabled", "false")
                .config("spark.ui.showConsoleProgress", "false")
                .config("spark.sql.shuffle.partitions", "1")
                .config("spark.sql.adaptive.enabled", "false")
                .config("spark.sql.caseSensitive", "true")
                // Hundreds of small fits spend more time on compiling generated code than it saves them.
                .config("spark.sql.codegen.wholeStage", "false")
                .config("spark.sql.codegen.factoryMode", "NO_CODEGEN");
        if (!master.isCluster()) {
            // Nothing of it shall listen anywhere else, whatever the machine's name leads to.
            builder.config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1");
            return new Engine(session(builder, master), null);
        }
        InetAddress here = master.reach(REACHED_WITHIN);
        boolean chosen = System.getProperty("spark.driver.host") != null || System.getenv("SPARK_LOCAL_IP") != null;
        if (!chosen && here instanceof Inet4Address) {
            // The machine's name may lead to an address that no worker can reach, or that others than workers can.
            builder.config("spark.driver.host", here.getHostAddress());
        }
        SparkSession session = session(builder, master);
        Workers workers = new Workers(session.sparkContext(), master, patience, told);
        Engine engine = new Engine(session, workers);
        try {
            workers.await();
            return engine;
        } catch (InterruptedException | RuntimeException fault) {
            engine.close();
            throw fault;
        }
    }

    private static SparkSession session(SparkSession.Builder builder, Master master) {
        long begin = System.nanoTime();
        try {
            return builder.getOrCreate();
        } catch (Exception fault) {
            String message = String.valueOf(fault.getMessage());
            if (!master.isCluster() || !message.contains("stopped SparkContext")) {
                throw new Refusal(
                        "Spark can't start with --master " + master + ": "
                                + message.lines().findFirst().orElse("")
                                + ". Leave --master out to use this machine.",
                        fault);
            }
            if (System.nanoTime() - begin < TAKEN_IN_WITHIN.toNanos()) {
                throw Workers.ended(master);
            }
            throw new Refusal(
                    "The master at " + master + " doesn't take the training in: it must be of Spark "
                            + org.apache.spark.package$.MODULE$.SPARK_VERSION()
                            + ", and the port its own (by default 7077), not that of its page.",
                    fault);
        }
    }

    /**
     * Asks the Java that runs this.
     *
     * @throws Refusal when it is too new
     */
    public static void mustSuitThisJava() {
        mustSuit(Runtime.version().feature());
    }

    static void mustSuit(int java) {
        if (java < 17 || java > NEWEST_JAVA) {
            throw new Refusal("Training needs JDK 17 to 21, this is " + java + ": set JAVA_HOME.");
        }
    }

    /**
     * Makes sure that a master is there, before hours of work.
     *
     * @throws Refusal when it isn't
     */
    public static void mustReach(Master master) {
        master.reach(REACHED_WITHIN);
    }

    /** What fits the models, for the report. */
    public String told() {
        return "Spark %s, Java %d, %s, %d at a time"
                .formatted(
                        session.version(),
                        Runtime.version().feature(),
                        session.sparkContext().master(),
                        session.sparkContext().defaultParallelism());
    }

    /** What to tell when something fails: that the cluster is gone if it is, else the failure itself. */
    public RuntimeException why(RuntimeException fault) {
        Refusal gone = workers == null ? null : workers.refusal();
        return gone == null ? fault : gone;
    }

    SparkSession session() {
        return session;
    }

    @Override
    public void close() {
        if (workers != null) {
            workers.close();
        }
        session.stop();
    }
}
