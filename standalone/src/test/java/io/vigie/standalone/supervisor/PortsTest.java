package io.vigie.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.embedded.FreePort;
import io.vigie.standalone.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PortsTest {

    @TempDir
    Path root;

    @Test
    void givenRecordedPorts_whenChosenAgain_thenTheyAreTheSameAndAllDiffer() {
        int edge = FreePort.find();
        Ports first = Ports.choose(folder(), edge);
        Ports second = Ports.choose(folder(), edge);
        assertThat(Arrays.stream(PartName.values()).map(first::of))
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(
                        Arrays.stream(PartName.values()).map(second::of).toList());
        assertThat(Ports.recorded(folder(), PartName.EDGE)).isEqualTo(edge);
    }

    @Test
    void givenARecordedPortThatIsTaken_whenChosenAgain_thenThatPartGetsAnother() throws IOException {
        int edge = FreePort.find();
        Ports first = Ports.choose(folder(), edge);
        int taken = first.of(PartName.KAFKA);
        try (ServerSocket holder = new ServerSocket(taken, 1, InetAddress.getByName("127.0.0.1"))) {
            Ports second = Ports.choose(folder(), edge);
            assertThat(second.of(PartName.KAFKA)).isNotEqualTo(holder.getLocalPort());
            assertThat(second.of(PartName.POSTGRESQL)).isEqualTo(first.of(PartName.POSTGRESQL));
        }
    }

    @Test
    void givenASystem_whenItsPortsAreChosen_thenTheBrokersSecondOneIsRecordedBesideTheSixAndStays() throws IOException {
        int edge = FreePort.find();
        Ports first = Ports.choose(folder(), edge);

        JsonNode recorded = JsonMapper.shared().readTree(Files.readString(root.resolve("ports.json")));
        assertThat(recorded.propertyNames())
                .containsExactly(
                        "postgresql",
                        "kafka",
                        "command-service",
                        "scoring-streams",
                        "query-service",
                        "edge",
                        "kafka-controller");
        assertThat(recorded.get("kafka-controller").asInt()).isEqualTo(first.ofController());
        assertThat(Arrays.stream(PartName.values()).map(first::of)).doesNotContain(first.ofController());
        assertThat(Ports.choose(folder(), edge).ofController()).isEqualTo(first.ofController());
        try (ServerSocket holder = new ServerSocket(first.ofController(), 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(Ports.choose(folder(), edge).ofController()).isNotEqualTo(holder.getLocalPort());
        }
    }

    @Test
    void givenATakenEdgePort_whenChosen_thenRefusedWithTheRemedy() throws IOException {
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> Ports.choose(folder(), holder.getLocalPort()))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("choose another with --port");
        }
    }

    @Test
    void givenABrokenFile_whenChosen_thenItIsWrittenAnew() throws IOException {
        Files.writeString(root.resolve("ports.json"), "{\"kafka\": \"many\", ");
        Ports ports = Ports.choose(folder(), FreePort.find());
        assertThat(Ports.recorded(folder(), PartName.KAFKA)).isEqualTo(ports.of(PartName.KAFKA));
    }

    private DataFolder folder() {
        return new DataFolder(root);
    }
}
