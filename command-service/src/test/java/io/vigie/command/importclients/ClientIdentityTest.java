package io.vigie.command.importclients;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.command.client.Profile;
import io.vigie.contracts.client.Personal;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClientIdentityTest {

    private static final LocalDate DAY = LocalDate.of(2016, 6, 29);

    @Test
    void givenClient_whenIdentified_thenTheSameVersion5UuidForEver() {
        String id = ClientIdentity.of(new Profile(new Personal("Ann", "Inc", "1 A St"), 38, DAY));

        assertThat(id).isEqualTo(ClientIdentity.of(new Profile(new Personal("Ann", "Inc", "1  A\tSt"), 99, DAY)));
        assertThat(UUID.fromString(id).version()).isEqualTo(5);
        assertThat(UUID.fromString(id).variant()).isEqualTo(2);
        assertThat(id).isEqualTo("7db8a659-8260-50b5-b5fd-8340a08b45f1");
    }

    @Test
    void givenOtherNameCompanyPlaceOrDay_whenIdentified_thenAnotherId() {
        assertThat(new String[] {
                    ClientIdentity.of(new Profile(new Personal("Ann", "Inc", "1 A St"), 38, DAY)),
                    ClientIdentity.of(new Profile(new Personal("ann", "Inc", "1 A St"), 38, DAY)),
                    ClientIdentity.of(new Profile(new Personal("Ann", "Ink", "1 A St"), 38, DAY)),
                    ClientIdentity.of(new Profile(new Personal("Ann", "Inc", "2 A St"), 38, DAY)),
                    ClientIdentity.of(new Profile(new Personal("Ann", "Inc", "1 A St"), 38, DAY.plusDays(1)))
                })
                .doesNotHaveDuplicates();
    }
}
