package io.vigie.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The distribution tells neither when nor where nor by whom it was built, so that the same sources make the same files. */
class ReproducibleBuildIT {

    private static final Path HOME = Path.of(System.getProperty("vigie.home", "standalone/target/vigie"));
    private static final Path CHECKOUT = Path.of(System.getProperty("vigie.checkout", ".."));
    private static final Set<String> OF_EVERY_BUILD = Set.of("Manifest-Version", "Created-By", "Build-Jdk-Spec");

    static Stream<Path> ours() throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.walk(HOME)) {
            jars = files.filter(file -> file.getFileName().toString().matches("[a-z-]+-" + version() + "\\.jar"))
                    .toList();
        }
        assertThat(jars).hasSizeGreaterThan(8);
        return jars.stream();
    }

    @ParameterizedTest
    @MethodSource("ours")
    void givenAJarOfOurs_whenRead_thenItSaysNothingOfItsBuild(Path file) throws IOException {
        LocalDateTime time = LocalDateTime.ofInstant(Instant.parse(timestamp()), ZoneOffset.UTC);
        try (JarFile jar = new JarFile(file.toFile())) {
            assertThat(jar.getManifest().getMainAttributes().keySet())
                    .extracting(String::valueOf)
                    .isSubsetOf(OF_EVERY_BUILD);
            for (ZipEntry entry : jar.stream().toList()) {
                assertThat(entry.getTimeLocal()).as(entry.getName()).isEqualTo(time);
                // One letter for one byte.
                String content = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
                assertThat(content)
                        .as(entry.getName())
                        .doesNotContain(
                                CHECKOUT.toAbsolutePath().normalize() + "/", System.getProperty("user.home") + "/");
            }
        }
    }

    @Test
    void givenTheMarkOfACompleteBuild_whenRead_thenItNamesFilesOfTheDistributionOnly() throws IOException {
        assertThat(Files.readString(HOME.resolve("complete")).strip().split(":"))
                .hasSizeGreaterThan(50)
                .allMatch(path -> path.startsWith("lib/") && Files.exists(HOME.resolve(path)));
    }

    private static String version() {
        return first("<artifactId>vigie</artifactId>\\s*<version>([^<]+)</version>");
    }

    private static String timestamp() {
        return first("<project.build.outputTimestamp>([^<]+)<");
    }

    private static String first(String pattern) {
        try {
            Matcher found = Pattern.compile(pattern).matcher(Files.readString(CHECKOUT.resolve("pom.xml")));
            assertThat(found.find()).as(pattern).isTrue();
            return found.group(1);
        } catch (IOException e) {
            throw new IllegalStateException("pom.xml can't be read", e);
        }
    }
}
