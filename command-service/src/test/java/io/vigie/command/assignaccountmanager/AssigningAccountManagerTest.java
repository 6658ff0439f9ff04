package io.vigie.command.assignaccountmanager;

import static io.vigie.command.testing.ClientFixture.registered;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.command.client.Client;
import io.vigie.command.platform.Recorded;
import io.vigie.command.platform.Refused;
import io.vigie.command.testing.ClientFixture;
import io.vigie.command.testing.ClientFixture.Moves;
import io.vigie.contracts.client.ClientEvent.AccountManagerAssigned;
import io.vigie.contracts.client.ClientEvent.ClientDeparted;
import io.vigie.contracts.client.ClientEvent.ClientReturned;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class AssigningAccountManagerTest {

    private final Moves moves = new Moves();
    private final FixtureConfiguration<Client> fixture = ClientFixture.with(AssigningAccountManager::new, moves);

    @Test
    void givenClientOfAnother_whenAssigned_thenEventAndThePlaceMoves() {
        fixture.given(registered("m-1"))
                .when(new AssignAccountManager("c-1", "m-2", "closer"))
                .expectEvents(new AccountManagerAssigned("c-1", "m-2", "m-1", "closer"));
        assertThat(moves.moves()).containsExactly("m-1>m-2");
    }

    @Test
    void givenClientManagedElsewhere_whenAssigned_thenNoPlaceIsFreed() {
        fixture.given(registered(null, true))
                .when(new AssignAccountManager("c-1", "m-2", null))
                .expectEvents(new AccountManagerAssigned("c-1", "m-2", null, null));
        assertThat(moves.moves()).containsExactly("null>m-2");
    }

    @Test
    void givenSameManager_whenAssignedAgain_thenNothing() {
        fixture.given(registered("m-1"))
                .when(new AssignAccountManager("c-1", "m-1", "again"))
                .expectNoEvents()
                .expectResultMessagePayload(new Recorded("c-1", 1, false));
        assertThat(moves.moves()).isEmpty();
    }

    @Test
    void givenDepartedClient_whenAssigned_thenRefused() {
        fixture.given(registered("m-1"), new ClientDeparted("c-1", null, null, "m-1"))
                .when(new AssignAccountManager("c-1", "m-2", null))
                .expectException(Refused.class)
                .expectExceptionMessage("The client has left; nobody can be assigned.");
    }

    @Test
    void givenReturnedClient_whenAssignedToTheOldManager_thenEvent() {
        fixture.given(registered("m-1"), new ClientDeparted("c-1", null, null, "m-1"), new ClientReturned("c-1"))
                .when(new AssignAccountManager("c-1", "m-1", null))
                .expectEvents(new AccountManagerAssigned("c-1", "m-1", null, null));
    }
}
