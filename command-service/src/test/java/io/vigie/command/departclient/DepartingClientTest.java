package io.vigie.command.departclient;

import static io.vigie.command.testing.ClientFixture.registered;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.command.client.Client;
import io.vigie.command.platform.Refused;
import io.vigie.command.testing.ClientFixture;
import io.vigie.command.testing.ClientFixture.Moves;
import io.vigie.contracts.client.ClientEvent.ClientDeparted;
import io.vigie.contracts.client.ClientEvent.ClientReturned;
import java.time.LocalDate;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class DepartingClientTest {

    private static final LocalDate DAY = LocalDate.of(2024, 1, 31);
    private static final ClientDeparted DEPARTED = new ClientDeparted("c-1", DAY, "too dear", null);

    private final Moves moves = new Moves();
    private final FixtureConfiguration<Client> fixture = ClientFixture.with(DepartingClient::new, moves);

    @Test
    void givenClientWithManager_whenDeparted_thenEventNamesWhoseThePlaceIsFreed() {
        fixture.given(registered("m-1"))
                .when(new DepartClient("c-1", DAY, "too dear"))
                .expectEvents(new ClientDeparted("c-1", DAY, "too dear", "m-1"));
        assertThat(moves.moves()).containsExactly("m-1>null");
    }

    @Test
    void givenDepartedClient_whenToldAgainInTheSameWords_thenNothing() {
        fixture.given(registered(null), DEPARTED)
                .when(new DepartClient("c-1", DAY, "too dear"))
                .expectNoEvents();
    }

    @Test
    void givenDepartedClient_whenToldOtherwise_thenRefused() {
        fixture.given(registered(null), DEPARTED)
                .when(new DepartClient("c-1", DAY.plusDays(1), "too dear"))
                .expectException(Refused.class);
    }

    @Test
    void givenDayBeforeOnboarding_whenDeparted_thenRefused() {
        fixture.given(registered(null))
                .when(new DepartClient("c-1", LocalDate.of(2016, 6, 28), null))
                .expectException(Refused.class);
    }

    @Test
    void givenReturnedClient_whenDepartedAgain_thenEvent() {
        fixture.given(registered(null), DEPARTED, new ClientReturned("c-1"))
                .when(new DepartClient("c-1", DAY, "too dear"))
                .expectEvents(DEPARTED);
    }
}
