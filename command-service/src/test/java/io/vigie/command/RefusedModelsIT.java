package io.vigie.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vigie.command.testing.Answer;
import io.vigie.command.testing.ModelDocuments;
import io.vigie.command.testing.RunningService;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** Each gets a 4xx problem that says what to do, writes no event and logs no error. */
class RefusedModelsIT {

    private static final String LINE = ModelDocuments.line("a");

    private static RunningService service;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private int eventsBefore;

    @BeforeAll
    static void start() {
        service = RunningService.onNewDatabase();
        Scene scene = new Scene(service);
        scene.register("real");
        scene.taken("POST", "/api/clients", Bodies.client("old").replace("\"age\":38", "\"age\":99"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void listen() {
        log.start();
        ((Logger) LoggerFactory.getLogger("ROOT")).addAppender(log);
        eventsBefore = events();
    }

    @AfterEach
    void nothingHappened() {
        ((Logger) LoggerFactory.getLogger("ROOT")).detachAppender(log);
        assertThat(events()).isEqualTo(eventsBefore);
        assertThat(log.list).noneMatch(line -> line.getLevel().isGreaterOrEqual(Level.ERROR));
    }

    static Stream<Arguments> documents() {
        String derived = "<LocalTransformations><DerivedField name=\"d\" optype=\"continuous\" dataType=\"double\">%s"
                + "</DerivedField></LocalTransformations>";
        String table = "<RegressionTable";
        return Stream.of(
                Arguments.of("empty", "other", "", "PMML"),
                Arguments.of("no XML", "other", "churn;1", "PMML"),
                Arguments.of("other XML", "other", "<html/>", ""),
                Arguments.of(
                        "external entity",
                        "other",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                                + LINE.replace("<Header/>", "<Header>&e;</Header>"),
                        ""),
                Arguments.of(
                        "billion laughs",
                        "other",
                        "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>" + LINE,
                        ""),
                Arguments.of(
                        "function that is a class",
                        "other",
                        LINE.replace(
                                table,
                                derived.formatted("<Apply function=\"java.io.File\"><FieldRef field=\"a\"/></Apply>")
                                        + table),
                        "Apply"),
                Arguments.of(
                        "too deep",
                        "other",
                        LINE.replace(
                                table,
                                derived.formatted("<Apply function=\"+\">".repeat(20_000) + "</Apply>".repeat(20_000))
                                        + table),
                        ""),
                Arguments.of(
                        "field that leads back to itself",
                        "other",
                        LINE.replace(table, derived.formatted("<FieldRef field=\"d\"/>") + table),
                        ""),
                Arguments.of("infinite coefficient", "other", LINE.replace("\"0.1\"", "\"1e400\""), ""),
                Arguments.of(
                        "field that isn't defined",
                        "other",
                        LINE.replace("Predictor name=\"a\"", "Predictor name=\"z\""),
                        ""),
                Arguments.of(
                        "two models",
                        "other",
                        LINE.replace("</PMML>", "<RegressionModel functionName=\"regression\"/></PMML>"),
                        ""),
                Arguments.of("input that no client has", "churn", LINE, "MiningField"),
                Arguments.of(
                        "verification rows that fail",
                        "churn",
                        ModelDocuments.churn("x").replace("0.3351116597899053", "0.4351116597899053"),
                        "ModelVerification"),
                Arguments.of("no probability", "churn", ModelDocuments.line("Total_Purchase"), ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void givenBadDocument_whenUploaded_thenElementReasonAndRemedy(
            String title, String name, String document, String element) {
        Answer answer = upload("application/xml", name, document.getBytes(UTF_8));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("model-refused");
        assertThat(answer.json().get("element").asString()).isNotBlank().contains(element);
        assertThat(answer.json().get("reason").asString()).isNotBlank();
        assertThat(answer.json().get("remedy").asString()).isNotBlank();
        assertThat(answer.toString()).doesNotContain("passwd", "io.vigie", "org.jpmml", "java.lang");
    }

    @Test
    void givenAModelWithoutAnAnswerForARealClient_whenUploaded_thenRefused() {
        String young = ModelDocuments.churn("z")
                .replace(
                        "<DataField name=\"Age\" optype=\"continuous\" dataType=\"double\"/>",
                        "<DataField name=\"Age\" optype=\"continuous\" dataType=\"double\">"
                                + "<Interval closure=\"closedClosed\" leftMargin=\"0\" rightMargin=\"98\"/></DataField>");

        Answer answer = upload("application/xml", "churn", young.getBytes(UTF_8));

        assertThat(answer.problem()).as(answer.toString()).isEqualTo("model-refused");
        assertThat(answer.json().get("reason").asString()).contains("trial record");
        assertThat(answer.toString()).doesNotContain("99.0", "Jane");
    }

    @Test
    void givenTooLargeDocuments_whenUploaded_then413() {
        byte[] justTooLarge = (LINE + " ".repeat(20_000_001 - LINE.length())).getBytes(UTF_8);
        byte[] farTooLarge = new byte[30_000_000];

        Answer just = upload("application/xml", "large", justTooLarge);
        assertThat(just.status()).as(just.toString()).isEqualTo(413);
        assertThat(just.json().get("limit").asLong()).isEqualTo(20_000_000);
        assertThat(upload("application/xml", "large", farTooLarge).status()).isEqualTo(413);
        assertThat(upload(ModelDocuments.FORM, "large", ModelDocuments.form("model", new String(justTooLarge, UTF_8)))
                        .status())
                .isEqualTo(413);
        assertThat(upload(
                                ModelDocuments.FORM,
                                "large",
                                ModelDocuments.form("model", LINE, "card", "{\"a\":\"" + "x".repeat(1_000_000) + "\"}"))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void givenOtherTypes_whenUploaded_then415() {
        assertThat(upload("application/json", "other", "{}".getBytes(UTF_8)).status())
                .isEqualTo(415);
        assertThat(upload("text/plain", "other", LINE.getBytes(UTF_8)).status()).isEqualTo(415);
        assertThat(service.sendAs(
                                "application/xml",
                                "POST",
                                "/api/models/other/versions",
                                LINE.getBytes(UTF_8),
                                "Content-Encoding",
                                "gzip")
                        .status())
                .isEqualTo(415);
    }

    static Stream<Arguments> forms() {
        String model = "model";
        return Stream.of(
                Arguments.of(400, "malformed-form", new String[] {"card", "{}"}),
                Arguments.of(400, "malformed-form", new String[] {model, LINE, model, LINE}),
                Arguments.of(400, "malformed-form", new String[] {model, LINE, "shoe", "x"}),
                Arguments.of(422, "unusable", new String[] {model, LINE, "card", "[]"}),
                Arguments.of(422, "unusable", new String[] {model, LINE, "card", "{"}),
                Arguments.of(422, "unusable", new String[] {model, LINE, "card", "{\"a\":1,\"a\":2}"}),
                Arguments.of(422, "unusable", new String[] {model, LINE, "card", "{\"a\":\"\\u0000\"}"}),
                Arguments.of(422, "unusable", new String[] {model, LINE, "card", "{\"a\":\"\\ud800\"}"}),
                Arguments.of(422, "unusable", new String[] {model, LINE, "card", "{\"a\":1e400}"}),
                Arguments.of(422, "unusable", new String[] {
                    model, LINE, "card", "{\"a\":".repeat(100) + "1" + "}".repeat(100)
                }),
                Arguments.of(422, "unusable", new String[] {model, LINE, "reference", "{\"shoe\":1}"}),
                Arguments.of(
                        422, "unusable", new String[] {model, LINE, "reference", "{\"referencePoint\":{\"a\":[]}}"}),
                Arguments.of(422, "unusable", new String[] {
                    model, LINE, "reference", "{\"trainingRanges\":{\"a\":{\"min\":3,\"max\":1}}}"
                }),
                Arguments.of(422, "unusable", new String[] {model, LINE, "note", "a\u202eb"}),
                Arguments.of(422, "unusable", new String[] {model, LINE, "note", "x".repeat(501)}));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void givenBadForm_whenUploaded_then4xx(int status, String problem, String[] parts) {
        Answer answer = upload(ModelDocuments.FORM, "other", ModelDocuments.form(parts));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
    }

    @Test
    void givenABrokenForm_whenUploaded_then400() {
        byte[] whole = ModelDocuments.form("model", LINE);

        assertThat(upload(ModelDocuments.FORM, "other", java.util.Arrays.copyOf(whole, whole.length - 30))
                        .status())
                .isEqualTo(400);
        assertThat(upload(ModelDocuments.FORM, "other", new byte[0]).status()).isEqualTo(400);
        assertThat(upload("multipart/form-data", "other", whole).status()).isEqualTo(400);
    }

    @Test
    void givenAReferenceThatLacksInputs_whenUploadedForChurn_thenRefused() {
        Answer answer = upload(
                ModelDocuments.FORM,
                "churn",
                ModelDocuments.form(
                        "model", ModelDocuments.churn("y"), "reference", "{\"referencePoint\":{\"Age\":40}}"));

        assertThat(answer.problem()).as(answer.toString()).isEqualTo("model-refused");
        assertThat(answer.json().get("remedy").asString()).contains("reference.json");
    }

    @Test
    void givenNamesAndVersionsThatCantBe_whenSent_then400() {
        for (String name : new String[] {"Churn", "-a", "a_b", "a".repeat(41), "1"}) {
            assertThat(upload("application/xml", name, LINE.getBytes(UTF_8)).problem())
                    .isEqualTo("bad-id");
        }
        for (String version : new String[] {"0", "-1", "x", "1.0", "99999999999"}) {
            assertThat(service.send(
                                    "POST",
                                    "/api/models/churn/versions/" + version + "/retirement",
                                    "{\"reason\":\"x\"}")
                            .problem())
                    .isEqualTo("bad-id");
        }
        assertThat(service.send("PUT", "/api/models/churn/aliases/challenger", "{\"version\":1.5,\"reason\":\"x\"}")
                        .status())
                .isEqualTo(422);
        assertThat(service.send("PUT", "/api/models/churn/aliases/challenger", "{\"version\":1,\"reason\":\"\"}")
                        .status())
                .isEqualTo(422);
        assertThat(service.send("POST", "/api/models/churn/rollback", "null").status())
                .isEqualTo(400);
    }

    private static Answer upload(String type, String name, byte[] body) {
        return service.sendAs(type, "POST", "/api/models/" + name + "/versions", body);
    }

    private static int events() {
        Integer count = service.jdbc().queryForObject("select count(*) from domain_event_entry", Integer.class);
        return count == null ? -1 : count;
    }
}
