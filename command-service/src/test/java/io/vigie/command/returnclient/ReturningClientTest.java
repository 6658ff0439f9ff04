package io.vigie.command.returnclient;

import static io.vigie.command.testing.ClientFixture.registered;

import io.vigie.command.client.Client;
import io.vigie.command.platform.Refused;
import io.vigie.command.testing.ClientFixture;
import io.vigie.contracts.client.ClientEvent.ClientDeparted;
import io.vigie.contracts.client.ClientEvent.ClientReturned;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ReturningClientTest {

    private final FixtureConfiguration<Client> fixture = ClientFixture.with(ReturningClient::new);

    @Test
    void givenDepartedClient_whenReturned_thenEvent() {
        fixture.given(registered("m-1"), new ClientDeparted("c-1", null, null, "m-1"))
                .when(new ReturnClient("c-1"))
                .expectEvents(new ClientReturned("c-1"));
    }

    @Test
    void givenActiveClient_whenReturned_thenNothing() {
        fixture.given(registered("m-1")).when(new ReturnClient("c-1")).expectNoEvents();
    }

    @Test
    void givenNobody_whenReturned_thenRefused() {
        fixture.givenNoPriorActivity().when(new ReturnClient("c-1")).expectException(Refused.class);
    }
}
