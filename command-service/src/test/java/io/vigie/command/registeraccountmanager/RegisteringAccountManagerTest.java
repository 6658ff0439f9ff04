package io.vigie.command.registeraccountmanager;

import static io.vigie.command.testing.AccountManagerFixture.registered;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.command.accountmanager.AccountManager;
import io.vigie.command.testing.AccountManagerFixture;
import io.vigie.command.testing.ClientFixture.Moves;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class RegisteringAccountManagerTest {

    private final Moves moves = new Moves();
    private final FixtureConfiguration<AccountManager> fixture =
            AccountManagerFixture.with(RegisteringAccountManager::new, moves);

    @Test
    void givenNobody_whenRegistered_thenEventAndPlacesOpen() {
        fixture.givenNoPriorActivity()
                .when(new RegisterAccountManager("m-1", "Mo", 3))
                .expectEvents(registered(3));
        assertThat(moves.moves()).containsExactly("open m-1 3");
    }

    @Test
    void givenManager_whenRegisteredAgain_thenTheStoreRefuses() {
        fixture.given(registered(3))
                .when(new RegisterAccountManager("m-1", "Mo", 3))
                .expectException(EventStoreException.class);
    }
}
