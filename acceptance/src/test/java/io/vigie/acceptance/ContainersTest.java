package io.vigie.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What is promised of the containers, and the versions that have to be written outside of the poms. */
class ContainersTest {

    private static final Path CHECKOUT = Path.of(System.getProperty("vigie.checkout", ".."));

    /** Those that do their work and end. */
    private static final Set<String> ONCE = Set.of("secrets", "databases", "accounts");

    private final Map<String, Object> compose = new Yaml().load(read("compose.yaml"));
    private final Map<String, Map<String, Object>> containers = maps(compose, "services");

    @ParameterizedTest
    @ValueSource(strings = {"command-service", "scoring-streams", "query-service", "edge"})
    void givenAContainerOfOurs_whenRead_thenItHasNoMoreRightsThanItNeeds(String name) {
        Map<String, Object> container = containers.get(name);

        assertThat(container)
                .containsEntry("read_only", true)
                .containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("security_opt", List.of("no-new-privileges:true"))
                .containsEntry("image", "vigie/" + name + ":" + version());
        assertThat(container).doesNotContainKeys("user", "privileged");
        assertThat(read("Dockerfile"))
                .containsOnlyOnce("USER ")
                .contains("USER vigie", "FROM base AS service", "FROM base AS edge");
    }

    @Test
    void givenTheContainers_whenRead_thenEachIsCheckedAndOnlyTheEdgeIsPublishedOnLoopback() {
        assertThat(containers.keySet())
                .containsAll(ONCE)
                .isEqualTo(Set.of(
                        "secrets",
                        "accounts",
                        "databases",
                        "postgresql",
                        "kafka",
                        "command-service",
                        "scoring-streams",
                        "query-service",
                        "edge"));
        containers.forEach((name, container) -> {
            assertThat(ONCE.contains(name) || container.get("healthcheck") instanceof Map)
                    .as(name)
                    .isTrue();
            if (name.equals("edge")) {
                assertThat(container.get("ports")).isEqualTo(List.of("127.0.0.1:${VIGIE_PORT:-8080}:8080"));
            } else {
                assertThat(container).as(name).doesNotContainKeys("ports");
                assertThat(container.getOrDefault("network_mode", "none")).isEqualTo("none");
            }
        });
        for (String name : List.of("secrets", "databases", "postgresql")) {
            assertThat(containers.get(name)).containsEntry("image", "postgres:${POSTGRES_VERSION:-18}");
        }
    }

    /** Whoever has the socket is the server's own user. */
    @Test
    void givenTheSocketOfTheServer_whenRead_thenOnlyTheContainerThatSaysWhoseTheDatabasesAreHasItToo() {
        assertThat(containers.entrySet().stream()
                        .filter(container -> String.valueOf(container.getValue().get("volumes"))
                                .contains("postgresql-socket"))
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("postgresql", "databases");
        assertThat(containers.get("databases"))
                .containsEntry("network_mode", "none")
                .containsEntry("user", "postgres")
                .containsEntry("read_only", true)
                .containsEntry("cap_drop", List.of("ALL"));
    }

    /** What is in memory counts against the memory of the container. */
    @Test
    void givenFilesOfRecords_whenEvaluatedInAContainer_thenTheyAreOnAVolumeAndNotInMemory() {
        Map<String, Object> container = Objects.requireNonNull(containers.get("query-service"));
        Path spool = Path.of(String.valueOf(
                ((Map<?, ?>) Objects.requireNonNull(container.get("environment"))).get("VIGIE_EVALUATIONS_SPOOL")));
        Map<String, Object> volumes = new HashMap<>(maps(compose, "volumes"));

        assertThat((List<?>) container.get("volumes"))
                .map(String::valueOf)
                .map(volume -> volume.split(":", 3))
                .anyMatch(
                        volume -> volumes.containsKey(volume[0]) && spool.startsWith(volume[1]) && volume.length == 2);
        assertThat((List<?>) Objects.requireNonNull(container.get("tmpfs")))
                .map(String::valueOf)
                .noneMatch(spool::startsWith);
    }

    @Test
    void givenAVersion_whenLookedForOutsideOfThePoms_thenItIsTheSame() {
        assertThat(containers.get("kafka")).containsEntry("image", "apache/kafka:" + property("kafka.version"));
        assertThat(read("Dockerfile")).contains("-" + version() + "-exec.jar", "*-" + version() + ".jar");
        assertThat(read("standalone/src/main/java/io/vigie/standalone/Vigie.java"))
                .contains("version = \"vigie " + version() + "\"");
        assertThat(read("standalone/src/main/java/io/vigie/standalone/edge/OpenApiDocument.java"))
                .contains("\"version\", \"" + version() + "\"");
    }

    private static String version() {
        return first("<artifactId>vigie</artifactId>\\s*<version>([^<]+)</version>");
    }

    private static String property(String name) {
        return first("<" + Pattern.quote(name) + ">([^<]+)<");
    }

    private static String first(String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(read("pom.xml"));
        assertThat(found.find()).as(pattern).isTrue();
        return Objects.requireNonNull(found.group(1));
    }

    private static String read(String file) {
        try {
            return Files.readString(CHECKOUT.resolve(file));
        } catch (IOException e) {
            throw new IllegalStateException(file + " can't be read", e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> maps(Map<String, Object> from, String name) {
        return (Map<String, Map<String, Object>>) Objects.requireNonNull(from.get(name));
    }
}
