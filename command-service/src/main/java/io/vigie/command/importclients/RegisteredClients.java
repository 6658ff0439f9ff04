package io.vigie.command.importclients;

import io.vigie.contracts.client.ClientEvent;
import io.vigie.contracts.client.ClientEvent.ClientDeparted;
import io.vigie.contracts.client.ClientEvent.ClientRegistered;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Looks up, by the hundred, with what clients were registered: their first events. */
@Component
class RegisteredClients {

    /** Why an imported client has left: nobody knows more. */
    static final String IMPORTED_AS_LEFT = "imported as left";

    private final JdbcTemplate jdbc;
    private final Serializer serializer;

    RegisteredClients(JdbcTemplate jdbc, @Qualifier("eventSerializer") Serializer serializer) {
        this.jdbc = jdbc;
        this.serializer = serializer;
    }

    /**
     * What is there already.
     *
     * @param content by client id
     * @param others ids that something else has, which is no client
     * @param newestTransaction of the events looked at, 0 without any
     */
    record Found(Map<String, RegisteredContent> content, Set<String> others, long newestTransaction) {}

    Found among(Collection<String> clientIds) {
        List<FirstEvent> events = new ArrayList<>(jdbc.query(
                """
                select aggregate_identifier, payload_type, payload_revision, payload, transaction_id::text::bigint
                from domain_event_entry
                where aggregate_identifier = any (?) and sequence_number <= 1
                order by aggregate_identifier, sequence_number""",
                statement ->
                        statement.setArray(1, statement.getConnection().createArrayOf("text", clientIds.toArray())),
                (row, number) -> new FirstEvent(
                        row.getString(1), event(row.getString(2), row.getString(3), row.getBytes(4)), row.getLong(5))));
        Map<String, RegisteredContent> content = new HashMap<>();
        Set<String> others = new HashSet<>();
        long newest = 0;
        for (FirstEvent first : events) {
            newest = Math.max(newest, first.transaction());
            if (first.event() instanceof ClientRegistered registered) {
                content.put(first.clientId(), new RegisteredContent(registered, false));
            } else if (first.event() instanceof ClientDeparted departed && importedAsLeft(departed)) {
                content.computeIfPresent(
                        first.clientId(), (id, known) -> new RegisteredContent(known.registered(), true));
            } else if (!(first.event() instanceof ClientEvent)) {
                others.add(first.clientId());
            }
        }
        return new Found(content, others, newest);
    }

    private static boolean importedAsLeft(ClientDeparted departed) {
        return departed.leftOn() == null && IMPORTED_AS_LEFT.equals(departed.reason());
    }

    private Object event(String type, String revision, byte[] payload) {
        return serializer.deserialize(new SimpleSerializedObject<>(payload, byte[].class, type, revision));
    }

    private record FirstEvent(String clientId, Object event, long transaction) {}
}
