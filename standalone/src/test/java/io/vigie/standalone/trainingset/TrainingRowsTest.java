package io.vigie.standalone.trainingset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.vigie.contracts.client.ClientEvent;
import io.vigie.contracts.client.ClientEvent.AccountManagerAssigned;
import io.vigie.contracts.client.ClientEvent.ClientDeparted;
import io.vigie.contracts.client.ClientEvent.ClientRegistered;
import io.vigie.contracts.client.ClientEvent.ClientReturned;
import io.vigie.contracts.client.ClientEvent.ClientSitesChanged;
import io.vigie.contracts.client.ClientEvent.PurchaseRecorded;
import io.vigie.contracts.client.Personal;
import io.vigie.contracts.features.ChurnFeatures;
import io.vigie.contracts.features.ClientFacts;
import io.vigie.standalone.Refusal;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows hold what was known before the outcome, and nothing else. */
class TrainingRowsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOW = START.plus(Duration.ofDays(300));
    private static final String HEADER = "Age,Total_Purchase,Account_Manager,Years,Num_Sites,Churn";

    private final TrainingRows rows = new TrainingRows(NOW);

    @Test
    void givenAClientWhoIsThere_whenWritten_thenTheFeaturesOfTheMoment() throws IOException {
        take("a", 0, registered("a"), sites("a", 9), purchase("a", "1500.5"));

        assertThat(lines()).first().isEqualTo(HEADER);
        assertThat(row(0)).containsExactly(44.0, 1500.5, 0.0, 5.5 + 300 / 365.25, 9.0, 0.0);
    }

    @Test
    void givenAClientWhoLeft_whenWritten_thenTheFeaturesBeforeTheDeparture() throws IOException {
        take("a", 0, registered("a"), assigned("a"), departed("a"));

        assertThat(row(0)).containsExactly(44.0, 1000.0, 1.0, 5.5 + 2 / 365.25, 8.0, 1.0);
    }

    /** The trap: whoever folds all events sees that everybody who left has no manager and no site. */
    @Test
    void givenEventsThatGiveTheOutcomeAway_whenWritten_thenNothingOfThemIsInTheRows() throws IOException {
        List<ClientFacts> leaking = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            String id = "c" + number;
            List<ClientEvent> events = new ArrayList<>(List.of(registered(id), assigned(id)));
            if (number % 4 == 0) {
                events.addAll(List.of(departed(id), sites(id, 0), purchase(id, "0")));
            }
            take(id, 0, events.toArray(ClientEvent[]::new));
            leaking.add(folded(events));
        }

        assertThat(leaking).filteredOn(facts -> facts.numSites() == 0).hasSize(10);
        assertThat(leaking).filteredOn(facts -> !facts.managed()).hasSize(10);
        assertThat(lines()).hasSize(41);
        assertThat(rows.left()).isEqualTo(10);
        for (int row = 0; row < 40; row++) {
            assertThat(row(row).subList(0, 3)).containsExactly(44.0, 1000.0, 1.0);
            assertThat(row(row).get(4)).isEqualTo(8.0);
        }
    }

    @Test
    void givenEventsAtTheMomentAndLater_whenWritten_thenAsIfTheyHadNeverBeen() throws IOException {
        rows.take(registered("a"), 1, START);
        rows.take(sites("a", 3), 2, NOW.minusMillis(1));
        rows.take(sites("a", 99), 3, NOW);
        rows.take(departed("a"), 4, NOW.plusSeconds(1));
        rows.take(registered("late"), 1, NOW);

        assertThat(row(0)).endsWith(3.0, 0.0);
        assertThat(rows.count()).isEqualTo(1);
        assertThat(rows.left()).isZero();
    }

    @Test
    void givenAClientWhoCameBack_whenWritten_thenThereAsAnybody() throws IOException {
        take("a", 0, registered("a"), departed("a"), new ClientReturned("a"), sites("a", 4));

        assertThat(row(0)).endsWith(4.0, 0.0);
    }

    @Test
    void givenAnEventTwice_whenWritten_thenOnce() throws IOException {
        take("a", 0, registered("a"), sites("a", 4), sites("a", 5));
        rows.take(sites("a", 4), 2, START);

        assertThat(row(0)).endsWith(5.0, 0.0);
        assertThat(rows.incomplete()).isZero();
    }

    @Test
    void givenAHole_whenWritten_thenThatClientHasNoRow() throws IOException {
        take("a", 0, registered("a"));
        rows.take(sites("a", 4), 3, START);
        take("b", 0, registered("b"));
        rows.take(sites("c", 4), 2, START);

        assertThat(lines()).hasSize(2);
        assertThat(rows.incomplete()).isEqualTo(2);
    }

    @Test
    void givenClientsInOrderOfTheOutcome_whenWritten_thenNotInThatOrder() throws IOException {
        for (int number = 0; number < 60; number++) {
            String id = "c%02d".formatted(number);
            take(id, 0, registered(id));
            if (number < 30) {
                rows.take(departed(id), 2, START);
            }
        }

        List<Double> outcomes = new ArrayList<>();
        for (int row = 0; row < 60; row++) {
            outcomes.add(row(row).get(5));
        }
        assertThat(outcomes.subList(0, 30)).contains(0.0, 1.0);
        assertThat(outcomes.subList(30, 60)).contains(0.0, 1.0);
    }

    @Test
    void givenNobody_whenWritten_thenRefused() {
        assertThatThrownBy(() -> rows.write(new StringWriter()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("choose a later --as-of");
    }

    @Test
    void givenAFile_whenItsYearsAreCounted_thenAsScoringCountsThem() {
        ClientFacts facts = ClientFacts.of(registered("a"), START);

        assertThat(ChurnFeatures.at(facts, START)[3]).isEqualTo(5.5, within(1e-12));
    }

    private void take(String clientId, int from, ClientEvent... events) {
        for (int index = 0; index < events.length; index++) {
            assertThat(events[index].clientId()).isEqualTo(clientId);
            rows.take(events[index], from + index + 1L, START.plus(Duration.ofDays(index)));
        }
    }

    private static ClientFacts folded(List<ClientEvent> events) {
        ClientFacts facts = ClientFacts.of((ClientRegistered) events.get(0), START);
        for (ClientEvent event : events.subList(1, events.size())) {
            facts = facts.after(event);
        }
        return facts;
    }

    private List<String> lines() throws IOException {
        StringWriter text = new StringWriter();
        rows.write(text);
        return text.toString().lines().toList();
    }

    private List<Double> row(int number) throws IOException {
        return List.of(lines().get(number + 1).split(",")).stream()
                .map(Double::valueOf)
                .toList();
    }

    private static ClientRegistered registered(String id) {
        return new ClientRegistered(
                id,
                new Personal("Ada", "Engines", "1 Mill Lane"),
                null,
                44,
                LocalDate.parse("2020-06-01"),
                new BigDecimal("5.5"),
                new BigDecimal("1000"),
                8,
                null,
                false);
    }

    private static ClientEvent sites(String id, int count) {
        return new ClientSitesChanged(id, count);
    }

    private static ClientEvent purchase(String id, String total) {
        return new PurchaseRecorded(id, BigDecimal.ONE, START, null, new BigDecimal(total));
    }

    private static ClientEvent assigned(String id) {
        return new AccountManagerAssigned(id, "ada", null, null);
    }

    private static ClientEvent departed(String id) {
        return new ClientDeparted(id, null, null, "ada");
    }
}
