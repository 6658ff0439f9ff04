package io.vigie.command.recordpurchase;

import static io.vigie.command.testing.ClientFixture.registered;

import io.vigie.command.client.Client;
import io.vigie.command.platform.Refused;
import io.vigie.command.testing.ClientFixture;
import io.vigie.contracts.client.ClientEvent.ClientDeparted;
import io.vigie.contracts.client.ClientEvent.PurchaseRecorded;
import java.math.BigDecimal;
import java.time.Instant;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class RecordingPurchaseTest {

    private static final Instant WHEN = Instant.parse("2020-02-29T10:00:00Z");

    private final FixtureConfiguration<Client> fixture = ClientFixture.with(RecordingPurchase::new);

    @Test
    void givenPurchases_whenTheSameAgain_thenEachIsAnEventWithTheSum() {
        BigDecimal amount = new BigDecimal("10.25");
        fixture.given(registered(null), new PurchaseRecorded("c-1", amount, WHEN, "A-1", new BigDecimal("12895.00")))
                .when(new RecordPurchase("c-1", amount, WHEN, "A-1"))
                .expectEvents(new PurchaseRecorded("c-1", amount, WHEN, "A-1", new BigDecimal("12905.25")));
    }

    @Test
    void givenDepartedClient_whenPurchaseIsTold_thenEvent() {
        fixture.given(registered(null), new ClientDeparted("c-1", null, null, null))
                .when(new RecordPurchase("c-1", BigDecimal.ONE, WHEN, null))
                .expectEvents(new PurchaseRecorded("c-1", BigDecimal.ONE, WHEN, null, new BigDecimal("12885.75")));
    }

    @Test
    void givenHugeTotal_whenItWouldPassTheLimit_thenRefused() {
        BigDecimal nearly = BigDecimal.valueOf(1_000_000_000_000_000L);
        fixture.given(registered(null), new PurchaseRecorded("c-1", nearly, WHEN, null, nearly))
                .when(new RecordPurchase("c-1", new BigDecimal("0.01"), WHEN, null))
                .expectException(Refused.class);
    }
}
