package io.vigie.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the script {@code vigie} builds, with programs in place of mvn and java that note that they were called. */
class ScriptBuildTest {

    private static final String MVN = """
        #!/bin/sh
        echo mvn >>"%s"
        mkdir -p "%s"
        echo built >"%s"
        """;

    @TempDir
    Path folder = Path.of("");

    private record Run(int exit, List<String> out, List<String> err) {}

    @BeforeEach
    void copy() throws IOException {
        Files.copy(Path.of("..", "vigie"), folder.resolve("vigie"));
        Files.createDirectories(source().getParent());
        Files.writeString(source(), "class Some {}");
        touch(source(), "2020-01-01T00:00:00Z");
        program("jdk/bin/java", "#!/bin/sh\nfor last; do :; done\necho \"java runs $last\"\n");
        program("jdk/bin/javac", "#!/bin/sh\n");
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
        program("bin/mvn", MVN.formatted(calls(), complete().getParent(), complete()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "status"})
    void givenNoBuild_whenRun_thenItBuildsAndRuns(String verb) throws Exception {
        Run run = run(verb);
        assertThat(run.exit()).isZero();
        assertThat(run.out()).containsExactly("java runs " + verb);
        assertThat(run.err()).singleElement(STRING).startsWith("First use: building ");
        assertThat(calls()).hasContent("mvn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "demo", "status"})
    void givenABuildThatIsNewerThanTheSources_whenRun_thenItOnlyRuns(String verb) throws Exception {
        built("2020-01-02T00:00:00Z");
        assertThat(run(verb)).isEqualTo(new Run(0, List.of("java runs " + verb), List.of()));
        assertThat(calls()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "demo"})
    void givenAChangedSource_whenASystemIsStarted_thenItBuildsAgainOnce(String verb) throws Exception {
        built("2020-01-02T00:00:00Z");
        touch(source(), "2020-01-03T00:00:00Z");
        Run first = run(verb);
        assertThat(first.out()).containsExactly("java runs " + verb);
        assertThat(first.err()).singleElement(STRING).startsWith("The sources have changed: building ");
        assertThat(run(verb).err()).isEmpty();
        assertThat(calls()).hasContent("mvn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"down", "status", "logs", "clients"})
    void givenASourceThatDoesNotCompile_whenARunningSystemIsAskedFor_thenWhatIsBuiltRuns(String verb) throws Exception {
        built("2020-01-02T00:00:00Z");
        touch(source(), "2020-01-03T00:00:00Z");
        program("bin/mvn", "#!/bin/sh\necho typo; exit 1\n");
        assertThat(run(verb)).isEqualTo(new Run(0, List.of("java runs " + verb), List.of()));
    }

    @Test
    void givenTheModulesOfTheProduct_whenLookedFor_thenEachIsAmongTheSources() throws IOException {
        String script = Files.readString(Path.of("..", "vigie"));
        String sources = script.substring(script.indexOf("\nsources() {"), script.indexOf("\nis_built() {"))
                .replaceAll("modules=\\(contracts pmml training\\)", "");
        List<String> modules = Pattern.compile("<module>([^<]+)</module>")
                .matcher(Files.readString(Path.of("..", "pom.xml")))
                .results()
                .map(found -> found.group(1))
                .filter(module ->
                        !List.of("training", "acceptance", "benchmarks").contains(module))
                .toList();

        assertThat(modules).hasSizeGreaterThan(5).allMatch(module -> Pattern.compile(
                        "[ (]" + module + "[ )]|\"\\$here\"/" + module + "/\\{.*\\bsrc\\b")
                .matcher(sources)
                .find());
    }

    @Test
    void givenTheModulesThatTrainingIsMadeOf_whenOneChanges_thenTrainingIsBuiltAgain() throws Exception {
        Set<String> modules = new LinkedHashSet<>(List.of("training"));
        Pattern ours = Pattern.compile("<groupId>io\\.vigie</groupId>\\s*<artifactId>([^<]+)</artifactId>");
        for (Deque<String> open = new ArrayDeque<>(modules); !open.isEmpty(); ) {
            ours.matcher(Files.readString(Path.of("..", open.remove(), "pom.xml")))
                    .results()
                    .map(found -> found.group(1))
                    .filter(module -> !module.equals("vigie") && modules.add(module))
                    .forEach(open::add);
        }
        assertThat(modules).contains("contracts", "pmml");
        program("bin/mvn", MVN.formatted(calls(), trained().getParent(), trained()));
        for (String module : modules) {
            Path source = folder.resolve(module + "/src/main/java/Some.java");
            Files.createDirectories(source.getParent());
            Files.writeString(source, "class Some {}");
            touch(source, "2020-01-01T00:00:00Z");
        }
        for (String module : modules) {
            Files.createDirectories(trained().getParent());
            Files.writeString(trained(), "built");
            touch(trained(), "2020-01-02T00:00:00Z");
            assertThat(run("train").err()).as("before " + module).isEmpty();
            Path source = folder.resolve(module + "/src/main/java/Some.java");
            touch(source, "2020-01-03T00:00:00Z");

            assertThat(run("train").err())
                    .as(module)
                    .singleElement(STRING)
                    .startsWith("The sources have changed: building ");

            touch(source, "2020-01-01T00:00:00Z");
        }
    }

    @Test
    void givenASourceThatDoesNotCompile_whenASystemIsStarted_thenItIsTold() throws Exception {
        built("2020-01-02T00:00:00Z");
        touch(source(), "2020-01-03T00:00:00Z");
        program("bin/mvn", "#!/bin/sh\necho typo; exit 1\n");
        Run run = run("up");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("typo").last(STRING).startsWith("The build failed; ");
    }

    @Test
    void givenAnotherThatBuilds_whenRun_thenItWaitsAndDoesNotBuildAgain() throws Exception {
        Path lock = Files.createFile(
                Files.createDirectories(folder.resolve("standalone/target")).resolve("build.lock"));
        Process other = new ProcessBuilder("flock", lock.toString(), "sh", "-c", "echo holds; read _").start();
        assertThat(other.inputReader().readLine()).isEqualTo("holds");
        Process waiting = start("up");
        while (Files.size(folder.resolve("err")) == 0) {
            assertThat(waiting.isAlive()).isTrue();
            Thread.sleep(10);
        }
        built("2020-01-02T00:00:00Z");
        other.getOutputStream().close();

        Run run = end(waiting);

        assertThat(run.exit()).isZero();
        assertThat(run.out()).containsExactly("java runs up");
        assertThat(run.err()).containsExactly("Another vigie is building; waiting for it.");
        assertThat(calls()).doesNotExist();
    }

    @Test
    void givenNoBuildOfTraining_whenTraining_thenOnlyThatIsBuiltAndNoSystemWaitsForIt() throws Exception {
        program(
                "bin/mvn",
                "#!/bin/sh\necho \"$@\" >>\"" + calls() + "\"\nmkdir -p \""
                        + trained().getParent() + "\"\necho built >\"" + trained() + "\"\n");
        built("2020-01-02T00:00:00Z");

        Run run = run("train");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).containsExactly("java runs io.vigie.training.Train");
        assertThat(run.err()).singleElement(STRING).startsWith("First use: building ");
        assertThat(calls()).content().contains("-pl training -am package");
        assertThat(run("train").err()).isEmpty();
        assertThat(run("up").err()).isEmpty();
        assertThat(Files.readAllLines(calls())).hasSize(1);
    }

    @Test
    void givenAJavaThatIsTooNewForSpark_whenTraining_thenOneSentenceAndNoBuild() throws Exception {
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");

        Run run = run("train");

        assertThat(run)
                .isEqualTo(new Run(1, List.of(), List.of("Training needs JDK 17 to 21, this is 25: set JAVA_HOME.")));
        assertThat(calls()).doesNotExist();
    }

    @Test
    void givenEvents_whenSomethingElseIsWrong_thenItIsRefusedBeforeTheyAreRead() throws Exception {
        builtForTraining();

        Run run = run("train", "--data", "@events", "--out", "models", "--port", "1");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out())
                .containsExactly("io.vigie.training.Train --data @events --out models --port 1 --only-check");
    }

    @Test
    void givenEvents_whenNothingIsWrong_thenTheyAreReadAndTrainedOn() throws Exception {
        builtForTraining();

        Run run = run("train", "--data", "@events:other", "--out", "models", "--as-of", "2026-06-30");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).hasSize(3);
        assertThat(run.out().get(0)).endsWith(" --data @events:other --out models --as-of 2026-06-30 --only-check");
        assertThat(run.out().get(1))
                .startsWith("io.vigie.standalone.Vigie training-set --data other --as-of 2026-06-30 --out ");
        String rows = run.out().get(1).replaceFirst(".* --out ", "");
        assertThat(run.out().get(2))
                .isEqualTo("io.vigie.training.Train --out models --data " + rows
                        + " --events other --as-of 2026-06-30"
                        + " --unit Age=years --unit Years=years --unit Num_Sites=sites");
        assertThat(Path.of(rows).getParent()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--data @events", "--data=@events", "--data @events --as-of now"})
    void givenEventsUntilNow_whenTrainedOn_thenRowsAndTrainingAreToldTheSameMoment(String asked) throws Exception {
        builtForTraining();
        Instant begin = Instant.now().truncatedTo(ChronoUnit.SECONDS);

        List<String> out =
                run(("train --out models --quick " + asked).split(" ")).out();

        assertThat(out).hasSize(3);
        assertThat(out.get(1)).startsWith("io.vigie.standalone.Vigie training-set --data data --as-of ");
        String moment = out.get(1).replaceFirst(".* --as-of (\\S+) .*", "$1");
        assertThat(Instant.parse(moment)).isBetween(begin, Instant.now());
        assertThat(out.get(2))
                .startsWith("io.vigie.training.Train --out models --quick --data /")
                .contains(" --events data --as-of " + moment + " --unit ");
    }

    @Test
    void givenEvents_whenAskedForHelp_thenNothingIsRead() throws Exception {
        builtForTraining();

        assertThat(run("train", "--data", "@events", "--help").out())
                .containsExactly("io.vigie.training.Train --data @events --help");
    }

    /** Its java tells program and arguments, and doesn't know --port. */
    private void builtForTraining() throws IOException {
        program("jdk/bin/java", """
                #!/bin/bash
                while [[ $1 != io.vigie.* ]]; do shift; done
                echo "$@"
                [[ " $* " != *" --port "* ]] || exit 2
                """);
        built("2020-01-02T00:00:00Z");
        Files.createDirectories(trained().getParent());
        Files.writeString(trained(), "built");
    }

    private Path trained() {
        return folder.resolve("training/target/vigie/complete");
    }

    private Run run(String... arguments) throws Exception {
        return end(start(arguments));
    }

    private Process start(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("/bin/bash", folder.resolve("vigie").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        return builder.redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    private Run end(Process process) throws Exception {
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Run(
                process.exitValue(),
                Files.readAllLines(folder.resolve("out")),
                Files.readAllLines(folder.resolve("err")));
    }

    private Path source() {
        return folder.resolve("standalone/src/main/java/Some.java");
    }

    private Path complete() {
        return folder.resolve("standalone/target/vigie/complete");
    }

    /** One line for each call of mvn. */
    private Path calls() {
        return folder.resolve("calls");
    }

    private void built(String when) throws IOException {
        Files.createDirectories(complete().getParent());
        Files.writeString(complete(), "built");
        touch(complete(), when);
    }

    /** The folders too: one in which a file came or went counts as changed. */
    private void touch(Path file, String when) throws IOException {
        Path path = folder;
        for (Path name : folder.relativize(file)) {
            path = path.resolve(name);
            Files.setLastModifiedTime(path, FileTime.from(Instant.parse(when)));
        }
    }

    private void program(String name, String text) throws IOException {
        Path program = folder.resolve(name);
        Files.createDirectories(program.getParent());
        Files.writeString(program, text, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }
}
