package io.vigie.command.changeprofile;

import static io.vigie.command.testing.ClientFixture.registered;

import io.vigie.command.client.Client;
import io.vigie.command.platform.Refused;
import io.vigie.command.testing.ClientFixture;
import io.vigie.contracts.client.ClientEvent.ClientProfileChanged;
import io.vigie.contracts.client.Personal;
import java.time.LocalDate;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ChangingProfileTest {

    private static final LocalDate ONBOARDED = LocalDate.of(2016, 6, 29);

    private final FixtureConfiguration<Client> fixture = ClientFixture.with(ChangingProfile::new);

    @Test
    void givenClient_whenLocationChanges_thenEventCarriesTheWholeProfileAndItsState() {
        fixture.given(registered(null))
                .when(new ChangeProfile("c-1", null, null, "PSC 4, APO AE 09012", null, null))
                .expectEvents(new ClientProfileChanged(
                        "c-1", new Personal("Jane Doe", "Doe & Sons", "PSC 4, APO AE 09012"), "AE", 38, ONBOARDED));
    }

    @Test
    void givenClient_whenToldWhatIsKnown_thenNothing() {
        fixture.given(registered(null))
                .when(new ChangeProfile("c-1", "Jane Doe", null, null, 38, ONBOARDED))
                .expectNoEvents();
    }

    @Test
    void givenChangedClient_whenChangedBack_thenEvent() {
        Personal renamed = new Personal("Jane Roe", "Doe & Sons", "12 Elm St, Wheeling, WV 26003");
        fixture.given(registered(null), new ClientProfileChanged("c-1", renamed, "WV", 38, ONBOARDED))
                .when(new ChangeProfile("c-1", "Jane Doe", null, null, null, null))
                .expectEvents(new ClientProfileChanged("c-1", ClientFixture.PERSONAL, "WV", 38, ONBOARDED));
    }

    @Test
    void givenNobody_whenChanged_thenRefused() {
        fixture.givenNoPriorActivity()
                .when(new ChangeProfile("c-1", "Jane Doe", null, null, null, null))
                .expectException(Refused.class);
    }
}
