package io.vigie.command.changecapacity;

import static io.vigie.command.testing.AccountManagerFixture.registered;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.command.accountmanager.AccountManager;
import io.vigie.command.platform.Refused;
import io.vigie.command.testing.AccountManagerFixture;
import io.vigie.command.testing.ClientFixture.Moves;
import io.vigie.contracts.manager.AccountManagerEvent.AccountManagerCapacityChanged;
import io.vigie.contracts.manager.AccountManagerEvent.AccountManagerRetired;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ChangingCapacityTest {

    private final Moves moves = new Moves();
    private final FixtureConfiguration<AccountManager> fixture =
            AccountManagerFixture.with(ChangingCapacity::new, moves);

    @Test
    void givenManager_whenCapacityChanges_thenEventAndPlaces() {
        fixture.given(registered(3))
                .when(new ChangeCapacity("m-1", 5))
                .expectEvents(new AccountManagerCapacityChanged("m-1", 5));
        assertThat(moves.moves()).containsExactly("resize m-1 5");
    }

    @Test
    void givenChangedCapacity_whenItStays_thenNothing() {
        fixture.given(registered(3), new AccountManagerCapacityChanged("m-1", 5))
                .when(new ChangeCapacity("m-1", 5))
                .expectNoEvents();
    }

    @Test
    void givenRetiredManager_whenCapacityChanges_thenRefused() {
        fixture.given(registered(3), new AccountManagerRetired("m-1"))
                .when(new ChangeCapacity("m-1", 5))
                .expectException(Refused.class);
    }
}
