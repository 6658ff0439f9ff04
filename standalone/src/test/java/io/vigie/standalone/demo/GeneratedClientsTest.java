package io.vigie.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class GeneratedClientsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final List<ObjectNode> clients = new GeneratedClients(TODAY).first(500);

    private double mean(ToDoubleFunction<ObjectNode> value) {
        return clients.stream().mapToDouble(value).average().orElseThrow();
    }

    @Test
    void givenAnotherRun_whenGenerated_thenTheyAreTheSame() {
        assertThat(new GeneratedClients(TODAY).first(500)).isEqualTo(clients);
        assertThat(names(new GeneratedClients(TODAY.plusDays(3)).first(500))).isEqualTo(names(clients));
    }

    private static List<String> names(List<ObjectNode> clients) {
        return clients.stream()
                .map(client -> client.path("clientId").asString("")
                        + client.path("name").asString(""))
                .toList();
    }

    @Test
    void givenManyClients_whenGenerated_thenTheyAreSpreadAsTheChurnData() {
        assertThat(mean(client -> client.path("age").asInt(0))).isCloseTo(42, within(1.0));
        assertThat(mean(client -> client.path("totalPurchase").asDouble(0))).isCloseTo(10_000, within(400.0));
        assertThat(mean(client -> client.path("numSites").asInt(0))).isCloseTo(8.6, within(0.3));
        assertThat(mean(client -> ChronoUnit.DAYS.between(
                                LocalDate.parse(client.path("onboardedOn").asString("")), TODAY)
                        / 365.25))
                .isCloseTo(5.3, within(0.2));
    }

    @Test
    void givenManyClients_whenGenerated_thenIdsDifferAndAddressesHaveStates() {
        assertThat(clients)
                .extracting(client -> client.path("clientId").asString(""))
                .doesNotHaveDuplicates();
        assertThat(clients)
                .allSatisfy(client -> assertThat(client.path("location").asString(""))
                        .matches("\\d+ \\w+ \\w+, \\w+, [A-Z]{2} \\d{5}"));
    }
}
