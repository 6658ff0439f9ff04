package io.vigie.command.retireaccountmanager;

import static io.vigie.command.testing.AccountManagerFixture.registered;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.command.accountmanager.AccountManager;
import io.vigie.command.platform.Refused;
import io.vigie.command.testing.AccountManagerFixture;
import io.vigie.command.testing.ClientFixture.Moves;
import io.vigie.contracts.manager.AccountManagerEvent.AccountManagerRetired;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class RetiringAccountManagerTest {

    private final Moves moves = new Moves();
    private final FixtureConfiguration<AccountManager> fixture =
            AccountManagerFixture.with(RetiringAccountManager::new, moves);

    @Test
    void givenManager_whenRetired_thenEventAndPlacesClose() {
        fixture.given(registered(3))
                .when(new RetireAccountManager("m-1"))
                .expectEvents(new AccountManagerRetired("m-1"));
        assertThat(moves.moves()).containsExactly("close m-1");
    }

    @Test
    void givenRetiredManager_whenRetiredAgain_thenNothing() {
        fixture.given(registered(3), new AccountManagerRetired("m-1"))
                .when(new RetireAccountManager("m-1"))
                .expectNoEvents();
    }

    @Test
    void givenNobody_whenRetired_thenRefused() {
        fixture.givenNoPriorActivity().when(new RetireAccountManager("m-1")).expectException(Refused.class);
    }
}
