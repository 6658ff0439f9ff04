package io.vigie.command.uploadmodel;

import io.vigie.contracts.client.ClientEvent.ClientRegistered;
import io.vigie.contracts.features.ChurnFeatures;
import io.vigie.contracts.features.ClientFacts;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What clients had when they were registered, by the names of the churn model's inputs. */
@Component
class RegisteredFeatures {

    private static final int MOST = 100;

    /** Looks at the newest events only, however rare registrations have become. */
    private static final String NEWEST = """
            select payload_type, payload_revision, payload from domain_event_entry
            where global_index > (select coalesce(max(global_index), 0) from domain_event_entry) - 50000
              and payload_type = 'client-registered'
            order by global_index desc limit ?""";

    private final JdbcTemplate jdbc;
    private final Serializer serializer;
    private final Clock clock;

    RegisteredFeatures(JdbcTemplate jdbc, @Qualifier("eventSerializer") Serializer serializer, Clock clock) {
        this.jdbc = jdbc;
        this.serializer = serializer;
        this.clock = clock;
    }

    /** Of the newest clients, none where there are none. */
    List<Map<String, Object>> newest() {
        Instant now = clock.instant();
        return jdbc
                .query(
                        NEWEST,
                        (row, number) -> serializer.<byte[], Object>deserialize(new SimpleSerializedObject<>(
                                row.getBytes(3), byte[].class, row.getString(1), row.getString(2))),
                        MOST)
                .stream()
                .filter(ClientRegistered.class::isInstance)
                .map(event -> features((ClientRegistered) event, now))
                .toList();
    }

    private static Map<String, Object> features(ClientRegistered client, Instant now) {
        return new LinkedHashMap<>(ChurnFeatures.named(ChurnFeatures.at(ClientFacts.of(client, now), now)));
    }
}
