package io.vigie.command.unassignaccountmanager;

import static io.vigie.command.testing.ClientFixture.registered;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.command.client.Client;
import io.vigie.command.platform.Refused;
import io.vigie.command.testing.ClientFixture;
import io.vigie.command.testing.ClientFixture.Moves;
import io.vigie.contracts.client.ClientEvent.AccountManagerUnassigned;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class UnassigningAccountManagerTest {

    private final Moves moves = new Moves();
    private final FixtureConfiguration<Client> fixture = ClientFixture.with(UnassigningAccountManager::new, moves);

    @Test
    void givenClientWithManager_whenUnassigned_thenEventAndThePlaceIsFreed() {
        fixture.given(registered("m-1"))
                .when(new UnassignAccountManager("c-1"))
                .expectEvents(new AccountManagerUnassigned("c-1", "m-1", null));
        assertThat(moves.moves()).containsExactly("m-1>null");
    }

    @Test
    void givenClientManagedElsewhere_whenUnassigned_thenEventAndNoPlaceMoves() {
        fixture.given(registered(null, true))
                .when(new UnassignAccountManager("c-1"))
                .expectEvents(new AccountManagerUnassigned("c-1", null, null));
        assertThat(moves.moves()).isEmpty();
    }

    @Test
    void givenClientOfNobody_whenUnassigned_thenNothing() {
        fixture.given(registered("m-1"), new AccountManagerUnassigned("c-1", "m-1", null))
                .when(new UnassignAccountManager("c-1"))
                .expectNoEvents();
    }

    @Test
    void givenNobody_whenUnassigned_thenRefused() {
        fixture.givenNoPriorActivity().when(new UnassignAccountManager("c-1")).expectException(Refused.class);
    }
}
