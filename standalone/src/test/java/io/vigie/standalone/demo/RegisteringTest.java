package io.vigie.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigie.standalone.AnsweringSystem;
import io.vigie.standalone.Target;
import io.vigie.standalone.api.Api;
import io.vigie.standalone.api.Problem;
import io.vigie.standalone.api.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RegisteringTest {

    private static final String REQUEST = "POST /api/clients";
    private static final List<ObjectNode> ONE =
            List.of(JsonMapper.shared().createObjectNode().put("clientId", "c-1"));

    @TempDir
    Path folder = Path.of("");

    private AnsweringSystem system;

    @BeforeEach
    void begin() throws IOException {
        system = new AnsweringSystem(folder);
    }

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void givenAClientThatIsThere_whenRegistered_thenItCountsAsNotNew() {
        system.answers(REQUEST, 409, problem("client-already-registered"));
        assertThat(registering().clients(ONE)).isZero();
        assertThat(system.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"concurrent-change", "idempotency-key-in-use"})
    void givenSomebodyAtItAtTheSameTime_whenRegistered_thenItIsTriedAgain(String conflict) {
        system.answers(REQUEST, 409, problem(conflict));
        system.thenAnswers(REQUEST, 201, "{\"clientId\":\"c-1\",\"version\":1,\"consistencyToken\":\"7\"}");
        assertThat(registering().clients(ONE)).isEqualTo(1);
        assertThat(system.asked()).hasSize(2);
    }

    @Test
    void givenAConflictThatStays_whenRegistered_thenItIsTold() {
        system.answers(REQUEST, 409, problem("concurrent-change"));
        assertThatThrownBy(() -> registering().clients(ONE))
                .isInstanceOf(Problem.class)
                .hasMessage("No.");
        assertThat(system.asked()).hasSize(10);
    }

    @Test
    void givenAnotherConflict_whenRegistered_thenItIsToldAtOnce() {
        system.answers(REQUEST, 409, problem("capacity-exhausted"));
        assertThatThrownBy(() -> registering().clients(ONE)).isInstanceOf(Problem.class);
        assertThat(system.asked()).hasSize(1);
    }

    private Registering registering() {
        Target target = CommandLine.populateCommand(
                new Target(), "--data", folder.toString(), "--port", Integer.toString(system.port()));
        return new Registering(new Api(target, Role.AGENCY_MANAGER), new Latest());
    }

    private static String problem(String slug) {
        return "{\"type\":\"/problems/" + slug + "\",\"detail\":\"No.\"}";
    }
}
