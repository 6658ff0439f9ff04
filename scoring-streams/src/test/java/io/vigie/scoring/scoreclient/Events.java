package io.vigie.scoring.scoreclient;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vigie.contracts.EventType;
import io.vigie.contracts.EventTypes;
import io.vigie.contracts.Headers;
import io.vigie.contracts.client.ClientEvent;
import io.vigie.contracts.client.ClientEvent.AccountManagerAssigned;
import io.vigie.contracts.client.ClientEvent.AccountManagerUnassigned;
import io.vigie.contracts.client.ClientEvent.ClientDeparted;
import io.vigie.contracts.client.ClientEvent.ClientProfileChanged;
import io.vigie.contracts.client.ClientEvent.ClientRegistered;
import io.vigie.contracts.client.ClientEvent.ClientReturned;
import io.vigie.contracts.client.ClientEvent.ClientSitesChanged;
import io.vigie.contracts.client.ClientEvent.PurchaseRecorded;
import io.vigie.contracts.client.Personal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Client events as the relay publishes them. */
final class Events {

    static final Instant START = Instant.parse("2026-03-02T10:15:30Z");

    private Events() {}

    static ClientRegistered registered(String clientId, int numSites) {
        return registered(clientId, numSites, new BigDecimal("5.5"), null, false);
    }

    static ClientRegistered registered(
            String clientId,
            int numSites,
            @Nullable BigDecimal years,
            @Nullable String accountManagerId,
            boolean managedElsewhere) {
        return new ClientRegistered(
                clientId,
                new Personal("Ada", "Engines Ltd", "1 Mill Lane, Springfield, IL 62701"),
                "IL",
                44,
                LocalDate.parse("2020-03-02"),
                years,
                new BigDecimal("10200.50"),
                numSites,
                accountManagerId,
                managedElsewhere);
    }

    static ClientProfileChanged profile(String clientId, String name, int age) {
        return new ClientProfileChanged(
                clientId, new Personal(name, "Engines Ltd", "1 Mill Lane"), null, age, LocalDate.parse("2020-03-02"));
    }

    static ClientSitesChanged sites(String clientId, int numSites) {
        return new ClientSitesChanged(clientId, numSites);
    }

    static PurchaseRecorded purchase(String clientId, String total) {
        return new PurchaseRecorded(clientId, BigDecimal.ONE, START, null, new BigDecimal(total));
    }

    static AccountManagerAssigned assigned(String clientId) {
        return new AccountManagerAssigned(clientId, "m-1", null, null);
    }

    static AccountManagerUnassigned unassigned(String clientId) {
        return new AccountManagerUnassigned(clientId, null, null);
    }

    static ClientDeparted departed(String clientId) {
        return departed(clientId, null);
    }

    static ClientDeparted departed(String clientId, @Nullable String freedAccountManagerId) {
        return new ClientDeparted(clientId, LocalDate.parse("2026-03-01"), null, freedAccountManagerId);
    }

    static ClientReturned returned(String clientId) {
        return new ClientReturned(clientId);
    }

    /** The same event has the same id: it is made of client and version. */
    static UUID id(String clientId, long version) {
        return UUID.nameUUIDFromBytes((clientId + "#" + version).getBytes(UTF_8));
    }

    static TestRecord<byte[], byte[]> record(ClientEvent event, long version, Instant time) {
        EventType type = EventTypes.of(event.getClass());
        RecordHeaders headers = new RecordHeaders();
        put(headers, Headers.CONTENT_TYPE, "application/json");
        put(headers, Headers.SPEC_VERSION, "1.0");
        put(headers, Headers.ID, id(event.clientId(), version).toString());
        put(headers, Headers.SOURCE, "/vigie/command-service");
        put(headers, Headers.TYPE, type.name());
        put(headers, Headers.REVISION, Integer.toString(type.revision()));
        put(headers, Headers.TIME, time.toString());
        put(headers, Headers.SUBJECT, event.clientId());
        put(headers, Headers.VERSION, Long.toString(version));
        put(headers, Headers.TRANSACTION, "900");
        put(headers, Headers.GLOBAL_INDEX, "12");
        return new TestRecord<>(
                event.clientId().getBytes(UTF_8), JsonMapper.shared().writeValueAsBytes(event), headers, time);
    }

    /** Puts the header in the place of what is there of that name; null takes it away. */
    static void put(org.apache.kafka.common.header.Headers headers, String name, @Nullable String value) {
        headers.remove(name);
        if (value != null) {
            headers.add(name, value.getBytes(UTF_8));
        }
    }
}
