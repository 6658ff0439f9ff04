package io.vigie.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same verb on a real cluster: a master and workers of Spark's own, as programs beside this one. */
@EnabledForJreRange(max = JRE.JAVA_21)
class ClusterIT {

    /** Workers sum by the processor's vectors, this machine doesn't: the last digits of a regression are others. */
    private static final double TOLERANCE = 1e-9;

    private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?");

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    static Path folder = Path.of("");

    private static SparkCluster cluster;

    @BeforeAll
    static void generate() throws IOException, InterruptedException {
        Generated.churn(folder.resolve("clients.csv"));
        cluster = SparkCluster.start(folder.resolve("cluster"));
    }

    @AfterAll
    static void end() {
        cluster.close();
    }

    @BeforeEach
    void listen() {
        TasksByExecutor.DONE.clear();
        System.setProperty("spark.extraListeners", TasksByExecutor.class.getName());
    }

    @AfterEach
    void dismiss() {
        cluster.dismiss();
        System.clearProperty("spark.extraListeners");
    }

    @Test
    void givenAClusterOfTwoWorkers_whenTrained_thenBothWorkAndTheResultIsThatOfThisMachine() throws Exception {
        cluster.worker(2);
        cluster.worker(2);

        Run there = train("there", "--master", cluster.url());

        assertThat(there.exit()).as(there.err()).isZero();
        assertThat(TasksByExecutor.DONE).containsOnlyKeys("0", "1").allSatisfy((executor, tasks) -> assertThat(tasks)
                .isGreaterThan(50));
        assertThat(asked("/json/").path("completedapps"))
                .anySatisfy(app -> assertThat(app.path("state").asString()).isEqualTo("FINISHED"));

        Run here = train("here");

        assertThat(here.exit()).as(here.err()).isZero();
        assertThat(TasksByExecutor.DONE).containsOnlyKeys("0", "1", "driver");
        assertThat(report("there").path("machine").asString()).endsWith(cluster.url() + ", 4 at a time");
        closeTo(report("here"), report("there"), "");
        for (String key : List.of("decision-tree", "random-forest", "gradient-boosted-trees")) {
            assertThat(document("there", key)).isEqualTo(document("here", key));
        }
        for (String key : List.of("logistic-regression", "naive-bayes")) {
            closeTo(document("here", key), document("there", key));
        }
    }

    @Test
    void givenAMasterWithoutWorkers_whenTrained_thenRefusedWhenTheWaitIsOver() {
        Run run = train("nobody", "--master", cluster.url(), "--wait", "1");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err().trim())
                .isEqualTo("No worker of " + cluster.url() + " was free within 1 s: its page tells whether one is there"
                        + " with a free core and 1024 MiB; --wait SECONDS waits longer.");
        assertThat(folder.resolve("nobody")).doesNotExist();
    }

    @Test
    void givenATraining_whenEndedOnTheMastersPage_thenASentenceSaysSo() throws Exception {
        cluster.worker(1);
        CompletableFuture<Run> run = CompletableFuture.supplyAsync(() -> train("ended", "--master", cluster.url()));
        while (!run.isDone() && TasksByExecutor.DONE.isEmpty()) {
            Thread.sleep(50);
        }
        String id = asked("/json/").path("activeapps").path(0).path("id").asString();

        send(HttpRequest.newBuilder(URI.create(cluster.page() + "/app/kill/"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("id=" + id + "&terminate=true")));

        Run ended = run.get(1, TimeUnit.MINUTES);
        assertThat(ended.err().trim()).startsWith("The cluster at " + cluster.url() + " has ended the training:");
        assertThat(ended.exit()).isEqualTo(1);
        assertThat(folder.resolve("ended")).doesNotExist();
    }

    private static Run train(String out, Object... more) {
        Object[] arguments = new Object[5 + more.length];
        System.arraycopy(
                new Object[] {"--data", folder.resolve("clients.csv"), "--out", folder.resolve(out), "--quick"},
                0,
                arguments,
                0,
                5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return Run.of(arguments);
    }

    private static JsonNode report(String out) throws IOException {
        return JSON.readTree(Files.readString(folder.resolve(out).resolve("report.json")));
    }

    private static String document(String out, String key) throws IOException {
        return Files.readString(
                folder.resolve(out).resolve("models").resolve(key).resolve("model.pmml"));
    }

    /** What the master tells on its page. */
    private static JsonNode asked(String path) throws IOException, InterruptedException {
        return JSON.readTree(send(HttpRequest.newBuilder(URI.create(cluster.page() + path))));
    }

    private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.ofString())
                .body();
    }

    /** Times and places differ, and what follows from the bytes of a document. */
    private static void closeTo(JsonNode here, JsonNode there, String path) {
        if (path.matches("/machine|.*/seconds|.*/document/sha256")) {
            return;
        }
        if (here.isContainer()) {
            assertThat(there.size()).as(path).isEqualTo(here.size());
            here.propertyStream()
                    .forEach(field ->
                            closeTo(field.getValue(), there.path(field.getKey()), path + "/" + field.getKey()));
            for (int index = 0; here.isArray() && index < here.size(); index++) {
                closeTo(here.path(index), there.path(index), path + "/" + index);
            }
        } else if (here.isFloatingPointNumber()) {
            assertThat(there.asDouble()).as(path).isCloseTo(here.asDouble(), within(TOLERANCE));
        } else {
            assertThat(there).as(path).isEqualTo(here);
        }
    }

    private static void closeTo(String here, String there) {
        assertThat(NUMBER.matcher(there).replaceAll("x"))
                .isEqualTo(NUMBER.matcher(here).replaceAll("x"));
        List<Double> numbers = numbers(there);
        List<Double> expected = numbers(here);
        for (int index = 0; index < expected.size(); index++) {
            assertThat(numbers.get(index)).isCloseTo(expected.get(index), within(TOLERANCE));
        }
    }

    private static List<Double> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(found -> Double.valueOf(found.group()))
                .toList();
    }
}
