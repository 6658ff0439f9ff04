package io.vigie.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.sketch.Bins;
import io.vigie.contracts.sketch.Sketch;
import io.vigie.pmml.Evaluation.Scored;
import io.vigie.pmml.Model;
import io.vigie.pmml.Models;
import io.vigie.pmml.Reference;
import io.vigie.pmml.Shortcut;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whole runs on generated clients, as a person would start them. */
@EnabledForJreRange(max = JRE.JAVA_21)
class TrainTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    static Path folder = Path.of("");

    private static Run first = new Run(-1, "", "");
    private static JsonNode report = JSON.missingNode();

    @BeforeAll
    static void run() throws IOException {
        Path data = Generated.churn(folder.resolve("clients.csv"));
        first = Run.of("--data", data, "--out", folder.resolve("first"), "--quick", "--by", "ada", "--capacity", "10%");
        assertThat(first.err()).doesNotContain("failed");
        report = JSON.readTree(Files.readString(folder.resolve("first/report.json")));
    }

    @Test
    void givenARun_whenDone_thenReportAndFiveModelsAreThereAndNothingElse() throws IOException {
        assertThat(first.exit()).isZero();
        assertThat(first.out()).contains("logistic regression", "champion").endsWith("report.html\n");
        assertThat(first.err())
                .contains("To upload the champion:  ./vigie model upload churn "
                        + folder.resolve("first/models")
                                .resolve(report.path("champion").asString()));
        Set<String> files = new TreeSet<>();
        try (Stream<Path> all = Files.walk(folder.resolve("first"))) {
            all.filter(Files::isRegularFile)
                    .forEach(file ->
                            files.add(folder.resolve("first").relativize(file).toString()));
        }
        assertThat(files).hasSize(22).contains("report.html", "report.json");
        for (String key : keys()) {
            assertThat(files)
                    .contains(
                            "models/" + key + "/model.pmml",
                            "models/" + key + "/reference.json",
                            "models/" + key + "/card.md",
                            "models/" + key + "/card.json");
        }
        try (Stream<Path> siblings = Files.list(folder)) {
            assertThat(siblings.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith("."));
        }
    }

    @Test
    void givenARun_whenReportRead_thenItSaysWhatWasDoneAndTheChampionFollowsTheRule() {
        assertThat(report.at("/trainedBy").asString()).isEqualTo("ada");
        assertThat(report.at("/trainedAt").asString()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(report.at("/data/rows").asInt()).isEqualTo(Generated.ROWS);
        assertThat(report.at("/split/places").asInt()).isEqualTo(30);
        assertThat(report.at("/data/leftOut"))
                .extracting(column -> column.path("column").asString())
                .containsExactly("Names", "Onboard_date", "Location", "Company");
        assertThat(keys())
                .containsExactly(
                        "logistic-regression",
                        "naive-bayes",
                        "decision-tree",
                        "random-forest",
                        "gradient-boosted-trees");
        JsonNode best = candidate(report.path("best").asString());
        double least = best.at("/measures/auc/mean").asDouble()
                - best.at("/measures/auc/standardError").asDouble();
        String simplest = keys().stream()
                .filter(key -> candidate(key).at("/measures/auc/mean").asDouble() >= least)
                .findFirst()
                .orElseThrow();
        assertThat(report.path("champion").asString()).isEqualTo(simplest);
        assertThat(best.at("/measures/auc/mean").asDouble()).isBetween(0.8, 1.0);
        assertThat(best.at("/measures/auc/n").asInt()).isEqualTo(3);
        assertThat(best.path("againstBest").isNull()).isTrue();
        assertThat(report.path("candidates"))
                .allSatisfy(candidate ->
                        assertThat(candidate.path("seconds").asDouble()).isPositive());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"logistic-regression", "naive-bayes", "decision-tree", "random-forest", "gradient-boosted-trees"
            })
    void givenAModel_whenScoringLoadsIt_thenItTakesItAndSaysWhatSparkSays(String key) throws IOException {
        assertThat(candidate(key).at("/document/largestDifference").asDouble()).isLessThanOrEqualTo(1e-9);
        assertThat(candidate(key).at("/document/scoring/usable").asBoolean())
                .as(candidate(key).at("/document/scoring/why").asString())
                .isTrue();

        Path models = folder.resolve("first/models").resolve(key);
        Reference reference = JSON.readValue(Files.readString(models.resolve("reference.json")), Reference.class);
        Model model = Models.load("churn", 1, Files.readAllBytes(models.resolve("model.pmml")), reference);

        assertThat(model.inputs()).isSubsetOf("Age", "Total_Purchase", "Account_Manager", "Years", "Num_Sites");
        assertThat(model.referencePoint().getOrDefault("Account_Manager", 0.0)).isIn(0.0, 1.0);
        double few = ((Scored) model.evaluate(client(3))).probability();
        double many = ((Scored) model.evaluate(client(14))).probability();
        assertThat(many).isGreaterThan(few + 0.2);
    }

    @ParameterizedTest
    @CsvSource({
        "logistic-regression,true",
        "naive-bayes,false",
        "decision-tree,true",
        "random-forest,true",
        "gradient-boosted-trees,true"
    })
    void givenAModel_whenScoringLoadsIt_thenTheEvaluatorIsSparedWhereItCanBe(String key, boolean spared)
            throws IOException {
        Path models = folder.resolve("first/models").resolve(key);
        Reference reference = JSON.readValue(Files.readString(models.resolve("reference.json")), Reference.class);

        Model model = Models.load("churn", 1, Files.readAllBytes(models.resolve("model.pmml")), reference);

        assertThat(Shortcut.isTaken(model)).isEqualTo(spared);
    }

    @Test
    void givenAModel_whenItsCardIsRead_thenItTellsTheDistributionsThatLaterRecordsAreComparedWith() throws IOException {
        JsonNode card = JSON.readTree(Files.readString(folder.resolve("first/models/logistic-regression/card.json")));
        long rows = card.at("/data/rows").asLong();

        assertThat(rows).isPositive();
        assertThat(JSON.treeToValue(card.get("scores"), Sketch.class).values()).isEqualTo(rows);
        assertThat(card.get("inputs")).isNotEmpty().allSatisfy(input -> {
            Sketch sketch = JSON.treeToValue(input.get("sketch"), Sketch.class);
            assertThat(sketch.records()).isEqualTo(rows);
            assertThat(Bins.upper(sketch.bins().lastKey()))
                    .isGreaterThanOrEqualTo(input.get("max").asDouble() * (1 - 1e-12));
        });
    }

    @Test
    void givenAModel_whenItsCardIsRead_thenItHasTheCurvesOfTheReport_withFewEnoughPointsToBeUploaded()
            throws IOException {
        JsonNode curves = JSON.readTree(Files.readString(folder.resolve("first/models/logistic-regression/card.json")))
                .path("curves");
        JsonNode reported = candidate("logistic-regression");

        assertThat(curves.path("roc")).hasSizeBetween(3, 101).isSubsetOf(reported.path("roc"));
        assertThat(curves.at("/roc/0")).isEqualTo(JSON.readTree("{\"x\":0.0,\"y\":0.0}"));
        assertThat(last(curves.path("roc"))).isEqualTo(JSON.readTree("{\"x\":1.0,\"y\":1.0}"));
        assertThat(curves.path("precisionRecall")).hasSizeBetween(3, 101).isSubsetOf(reported.path("precisionRecall"));
        assertThat(last(curves.path("precisionRecall"))).isEqualTo(last(reported.path("precisionRecall")));
        assertThat(curves.path("calibration"))
                .isEqualTo(reported.path("calibration"))
                .isNotEmpty();
        assertThat(curves.path("calibration")
                        .valueStream()
                        .mapToInt(bin -> bin.path("n").asInt())
                        .sum())
                .isEqualTo(Generated.ROWS);
        assertThat(curves.path("deciles")).isEqualTo(reported.path("deciles")).hasSize(10);
    }

    private static JsonNode last(JsonNode points) {
        return points.get(points.size() - 1);
    }

    /** The query-service shows the measures of a card; its tests read the sample. */
    @Test
    void givenAModel_whenItsCardIsRead_thenItHasTheFieldsOfTheSampleThatOthersAreTestedWith() throws IOException {
        JsonNode card = JSON.readTree(Files.readString(folder.resolve("first/models/logistic-regression/card.json")));
        JsonNode sample =
                JSON.readTree(Files.readString(Path.of("../query-service/src/test/resources/card-of-training.json")));

        assertThat(card.propertyNames()).containsExactlyElementsOf(sample.propertyNames());
        assertThat(card.get("measures").propertyNames())
                .containsExactlyElementsOf(sample.get("measures").propertyNames());
        assertThat(card.get("curves").propertyNames())
                .containsExactlyElementsOf(sample.get("curves").propertyNames());
        assertThat(card.get("measures")).allSatisfy(measure -> assertThat(measure.propertyNames())
                .containsExactlyElementsOf(sample.at("/measures/auc").propertyNames()));
    }

    @Test
    void givenTheSameSeed_whenRunAgain_thenTheSameReportAndTheSameBytesOfModels_andProgressIsTold() throws IOException {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream err = System.err;
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        Run second;
        try {
            second = again();
        } finally {
            System.setErr(err);
        }

        assertThat(second.exit()).isZero();
        JsonNode again = JSON.readTree(Files.readString(folder.resolve("second/report.json")));
        assertThat(withoutTimes(again)).isEqualTo(withoutTimes(report));
        for (String key : keys()) {
            assertThat(folder.resolve("second/models/" + key + "/model.pmml"))
                    .hasSameBinaryContentAs(folder.resolve("first/models/" + key + "/model.pmml"));
            String name = candidate(key).path("name").asString();
            assertThat(told.toString(StandardCharsets.UTF_8).lines())
                    .as("how far %s is", name)
                    .anyMatch(line -> line.matches(Pattern.quote(name) + ": (\\d+) of \\1 models"));
        }
    }

    private static Run again() {
        return Run.of(
                "--data",
                folder.resolve("clients.csv"),
                "--out",
                folder.resolve("second"),
                "--quick",
                "--by",
                "ada",
                "--capacity",
                "10%");
    }

    @Test
    void givenWordsAndGaps_whenRun_thenDocumentsAgreeAndSayWhyScoringCannotTakeThem() throws IOException {
        Path data = Generated.withWordsAndGaps(folder.resolve("words.csv"));

        Run run = Run.of(
                "--data",
                data,
                "--target",
                "left",
                "--name",
                "leavers",
                "--out",
                folder.resolve("words"),
                "--quick",
                "--unit",
                "sites=branches",
                "--events",
                "elsewhere",
                "--as-of",
                "2026-06-30");

        assertThat(run.err()).doesNotContain("failed");
        assertThat(run.exit()).isZero();
        JsonNode words = JSON.readTree(Files.readString(folder.resolve("words/report.json")));
        assertThat(words.path("candidates")).hasSize(5).allSatisfy(candidate -> assertThat(
                        candidate.at("/document/largestDifference").asDouble())
                .isLessThanOrEqualTo(1e-9));
        JsonNode naiveBayes = words.path("candidates").path(1);
        assertThat(naiveBayes.at("/document/scoring/usable").asBoolean()).isFalse();
        assertThat(naiveBayes.at("/document/scoring/why").asString()).contains("It asks for words (plan)");
        String card = Files.readString(folder.resolve("words/models/naive-bayes/card.md"));
        assertThat(card).contains("| sites | number | branches |", "| amount | number |  |");
        assertThat(JSON.readTree(Files.readString(folder.resolve("words/models/naive-bayes/card.json")))
                        .at("/inputs/0/unit")
                        .asString())
                .isEqualTo("branches");
        assertThat(card).contains("clients of the system in elsewhere before 2026-06-30: 300 rows");
        assertThat(run.err()).contains("./vigie model upload leavers ", " --data elsewhere");
        JsonNode reference = JSON.readTree(Files.readString(folder.resolve("words/models/naive-bayes/reference.json")));
        assertThat(reference.at("/trainingCategories/plan")).hasSize(4);
        assertThat(Files.readString(folder.resolve("words/report.html")))
                .contains("a &lt;b&gt; &amp; &quot;c&quot;")
                .doesNotContain("<b>");
    }

    @Test
    void givenTheReportAsAPage_whenOpened_thenItNeedsNothingElse() throws Exception {
        String html = Files.readString(folder.resolve("first/report.html"));

        assertThat(html).doesNotContain("<script", "http://", "https://", "src=", "@import", "url(");
        assertThat(html).contains("prefers-color-scheme:dark", "As a table", "more than noise", "Wilson");
        assertThat(html.split("<figure>", -1)).hasSize(1 + 1 + 5 * 5);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        for (String svg : html.split("(?=<svg)", -1)) {
            if (svg.startsWith("<svg")) {
                String whole = svg.substring(0, svg.indexOf("</svg>") + 6);
                assertThat(whole).doesNotContain("NaN", "Infinity");
                assertThat(factory.newDocumentBuilder()
                                .parse(new java.io.ByteArrayInputStream(
                                        whole.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                                .getDocumentElement()
                                .getAttribute("aria-label"))
                        .isNotEmpty();
            }
        }
    }

    @Test
    void givenAModelCard_whenRead_thenItTellsDataSplitMeasuresAndTheAccountManagerTrap() throws IOException {
        String card = Files.readString(folder.resolve("first/models/logistic-regression/card.md"));

        assertThat(card)
                .contains(
                        "Trained by ada at 2026-03-01T12:00:00Z",
                        report.at("/data/sha256").asString(),
                        "300 rows",
                        "3 folds × 1 repeats, stratified, seed 42",
                        "| AUC |",
                        "| Num\\_Sites | number |  | 3.00 – 14.00",
                        "must not be read as the effect of an assignment");
    }

    private static List<String> keys() {
        return report.path("candidates")
                .valueStream()
                .map(candidate -> candidate.path("key").asString())
                .toList();
    }

    private static JsonNode candidate(String key) {
        return report.path("candidates")
                .valueStream()
                .filter(candidate -> candidate.path("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Double> client(int sites) {
        return Map.of("Age", 40.0, "Total_Purchase", 8000.0, "Account_Manager", 0.0, "Years", 5.0, "Num_Sites", (double)
                sites);
    }

    private static JsonNode withoutTimes(JsonNode whole) {
        ObjectNode copy = (ObjectNode) whole.deepCopy();
        copy.remove("seconds");
        copy.path("candidates").forEach(candidate -> ((ObjectNode) candidate).remove("seconds"));
        return copy;
    }
}
