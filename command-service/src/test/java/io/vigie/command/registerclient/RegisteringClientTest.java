package io.vigie.command.registerclient;

import static io.vigie.command.testing.ClientFixture.registered;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.command.client.Client;
import io.vigie.command.client.Profile;
import io.vigie.command.platform.Recorded;
import io.vigie.command.testing.ClientFixture;
import io.vigie.command.testing.ClientFixture.Moves;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class RegisteringClientTest {

    private static final RegisterClient COMMAND = new RegisterClient(
            "c-1",
            new Profile(ClientFixture.PERSONAL, 38, LocalDate.of(2016, 6, 29)),
            new BigDecimal("6.67"),
            new BigDecimal("12884.75"),
            12,
            "m-1",
            false);

    private final Moves moves = new Moves();
    private final FixtureConfiguration<Client> fixture = ClientFixture.with(RegisteringClient::new, moves);

    @Test
    void givenNobody_whenRegistered_thenEventWithStateAndThePlaceIsTaken() {
        fixture.givenNoPriorActivity()
                .when(COMMAND)
                .expectEvents(registered("m-1"))
                .expectResultMessagePayload(new Recorded("c-1", 1, true));
        assertThat(moves.moves()).containsExactly("null>m-1");
    }

    @Test
    void givenClient_whenRegisteredAgain_thenTheStoreRefuses() {
        fixture.given(registered(null)).when(COMMAND).expectException(EventStoreException.class);
    }
}
