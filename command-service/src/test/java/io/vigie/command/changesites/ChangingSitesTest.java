package io.vigie.command.changesites;

import static io.vigie.command.testing.ClientFixture.registered;

import io.vigie.command.client.Client;
import io.vigie.command.platform.Recorded;
import io.vigie.command.platform.Refused;
import io.vigie.command.testing.ClientFixture;
import io.vigie.contracts.client.ClientEvent.ClientSitesChanged;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ChangingSitesTest {

    private final FixtureConfiguration<Client> fixture = ClientFixture.with(ChangingSites::new);

    @Test
    void givenClient_whenSitesChange_thenEvent() {
        fixture.given(registered(null))
                .when(new ChangeSites("c-1", 13))
                .expectEvents(new ClientSitesChanged("c-1", 13))
                .expectResultMessagePayload(new Recorded("c-1", 2, true));
    }

    @Test
    void givenClient_whenSitesStay_thenNothing() {
        fixture.given(registered(null))
                .when(new ChangeSites("c-1", 12))
                .expectNoEvents()
                .expectResultMessagePayload(new Recorded("c-1", 1, false));
    }

    @Test
    void givenNobody_whenSitesChange_thenRefused() {
        fixture.givenNoPriorActivity().when(new ChangeSites("c-1", 13)).expectException(Refused.class);
    }
}
