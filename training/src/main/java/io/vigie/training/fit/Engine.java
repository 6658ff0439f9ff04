package io.vigie.training.fit;

import io.vigie.training.Refusal;
import org.apache.spark.sql.SparkSession;

/** Spark, on this machine or on a cluster. */
public final class Engine implements AutoCloseable {

    /** Spark 4 needs what Java lost after 21 (the security manager's last remains). */
    private static final int NEWEST_JAVA = 21;

    private final SparkSession session;

    private Engine(SparkSession session) {
        this.session = session;
    }

    /**
     * Starts it.
     *
     * @param master as Spark writes it: {@code local[*]}, {@code spark://host:7077}, …
     * @throws Refusal when this Java is too new, or the master can't be had
     */
    public static Engine start(String master) {
        mustSuitThisJava();
        SparkSession.Builder builder = SparkSession.builder()
                .appName("vigie train")
                .master(master)
                .config("spark.ui.enabled", "false")
                .config("spark.ui.showConsoleProgress", "false")
                .config("spark.sql.shuffle.partitions", "1")
                .config("spark.sql.adaptive.enabled", "false")
                .config("spark.sql.caseSensitive", "true")
                // Hundreds of small fits spend more time on compiling generated code than it saves them.
                .config("spark.sql.codegen.wholeStage", "false")
                .config("spark.sql.codegen.factoryMode", "NO_CODEGEN");
        if (master.startsWith("local")) {
            // Nothing of it shall listen anywhere else, whatever the machine's name leads to.
            builder.config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1");
        }
        try {
            return new Engine(builder.getOrCreate());
        } catch (Exception fault) {
            throw new Refusal(
                    "Spark can't start with --master " + master + ": " + fault.getMessage()
                            + ". Leave --master out to use this machine.",
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

    /** What fits the models, for the report. */
    public String told() {
        return "Spark %s, Java %d, %s, %d at a time"
                .formatted(
                        session.version(),
                        Runtime.version().feature(),
                        session.sparkContext().master(),
                        session.sparkContext().defaultParallelism());
    }

    SparkSession session() {
        return session;
    }

    @Override
    public void close() {
        session.stop();
    }
}
