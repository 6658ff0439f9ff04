package io.vigie.command.uploadmodel;

import io.vigie.contracts.client.ClientEvent.ClientRegistered;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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

    private static final double DAYS_PER_YEAR = 365.25;
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
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return jdbc
                .query(
                        NEWEST,
                        (row, number) -> serializer.<byte[], Object>deserialize(new SimpleSerializedObject<>(
                                row.getBytes(3), byte[].class, row.getString(1), row.getString(2))),
                        MOST)
                .stream()
                .filter(ClientRegistered.class::isInstance)
                .map(event -> features((ClientRegistered) event, today))
                .toList();
    }

    private static Map<String, Object> features(ClientRegistered client, LocalDate today) {
        BigDecimal years = client.years();
        Map<String, Object> features = new LinkedHashMap<>();
        features.put("Age", (double) client.age());
        features.put("Total_Purchase", client.totalPurchase().doubleValue());
        features.put("Account_Manager", client.accountManagerId() != null || client.managedElsewhere() ? 1.0 : 0.0);
        features.put(
                "Years",
                years == null
                        ? ChronoUnit.DAYS.between(client.onboardedOn(), today) / DAYS_PER_YEAR
                        : years.doubleValue());
        features.put("Num_Sites", (double) client.numSites());
        return features;
    }
}
