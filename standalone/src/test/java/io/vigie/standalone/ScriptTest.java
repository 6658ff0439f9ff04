package io.vigie.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code vigie} on machines that lack something. */
class ScriptTest {

    @TempDir
    Path folder;

    /** A copy, so that nothing is built here. */
    @BeforeEach
    void copy() throws IOException {
        Files.copy(Path.of("..", "vigie"), folder.resolve("vigie"));
    }

    @Test
    void givenAnOldJava_whenRun_thenOneSentenceSaysWhatToDo() throws Exception {
        Path jdk = jdk("1.8.0_402");
        assertThat(run(Map.of("JAVA_HOME", jdk.toString())))
                .containsExactly(
                        "Vigie needs a JDK 17 or newer and " + jdk + " is 8: install a newer one or set JAVA_HOME.");
    }

    @Test
    void givenAJavaHomeWithoutJava_whenRun_thenOneSentenceSaysWhatToDo() throws Exception {
        assertThat(run(Map.of("JAVA_HOME", folder.toString())))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("set it to a JDK 17");
    }

    @Test
    void givenARuntimeWithoutCompiler_whenRunForTheFirstTime_thenOneSentenceSaysWhatToDo() throws Exception {
        program("mvn");
        assertThat(run(Map.of("JAVA_HOME", jdk("21.0.2").toString())))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("runtime without a compiler");
    }

    @Test
    void givenNoMaven_whenRunForTheFirstTime_thenOneSentenceSaysWhatToDo() throws Exception {
        assertThat(run(Map.of("JAVA_HOME", jdk("17.0.1").toString())))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("there is no mvn");
    }

    @Test
    void givenABuildThatFails_whenRunForTheFirstTime_thenItsEndIsShownAndTheExitCodeIsOne() throws Exception {
        Path mvn = program("mvn");
        Files.writeString(mvn, "#!/bin/sh\necho broken; exit 3\n");
        Path jdk = jdk("17.0.1");
        Files.copy(jdk.resolve("bin/java"), jdk.resolve("bin/javac"), StandardCopyOption.COPY_ATTRIBUTES);
        assertThat(run(Map.of("JAVA_HOME", jdk.toString())))
                .contains("broken")
                .last(InstanceOfAssertFactories.STRING)
                .startsWith("The build failed; all it printed is in ");
    }

    private List<String> run(Map<String, String> environment) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder("/bin/bash", folder.resolve("vigie").toString(), "status");
        builder.environment().putAll(environment);
        builder.environment().put("PATH", tools().toString());
        Path err = folder.resolve("err");
        Process process = builder.redirectError(err.toFile()).start();
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(process.getInputStream().readAllBytes()).isEmpty();
        return Files.readAllLines(err);
    }

    /** The few programs that the script asks for, without mvn. */
    private Path tools() throws IOException {
        for (String tool : List.of("sed", "head", "tail", "readlink", "dirname", "mkdir", "find")) {
            String place = Files.exists(Path.of("/usr/bin", tool)) ? "/usr/bin/" : "/bin/";
            Files.writeString(program(tool), "#!/bin/sh\nexec " + place + tool + " \"$@\"\n");
        }
        return folder.resolve("bin");
    }

    private Path program(String name) throws IOException {
        Path program = Files.createDirectories(folder.resolve("bin")).resolve(name);
        Files.writeString(program, "#!/bin/sh\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }

    private Path jdk(String version) throws IOException {
        Path jdk = folder.resolve("jdk");
        Path java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return jdk;
    }
}
