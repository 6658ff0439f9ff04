package io.vigie.acceptance.check;

import static java.util.stream.Collectors.groupingBy;

import io.vigie.acceptance.system.Api;
import io.vigie.acceptance.system.Json;
import io.vigie.acceptance.system.RunningVigie;
import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Everything that can be known about a system at rest, from its store, its topics and its API. */
record Evidence(
        Map<String, List<StoredEvent>> clientsInStore,
        List<StoredEvent> store,
        List<StoredEvent> topics,
        Map<String, List<JsonNode>> scores,
        Map<String, JsonNode> views,
        Map<String, JsonNode> managers) {

    static Evidence of(RunningVigie vigie) throws IOException, InterruptedException, SQLException {
        Api api = vigie.api();
        List<StoredEvent> store = EventStore.events(vigie.eventStoreUrl(), vigie.user(), vigie.password());
        String kafka = vigie.kafka();
        List<StoredEvent> topics = Stream.of(Topics.CLIENT_EVENTS, Topics.ACCOUNT_MANAGER_EVENTS)
                .flatMap(topic -> TopicContent.of(kafka, topic.name()).stream())
                .map(record -> new StoredEvent(
                        TopicContent.header(record, Headers.ID),
                        record.key(),
                        Long.parseLong(TopicContent.header(record, Headers.VERSION)),
                        TopicContent.header(record, Headers.TYPE),
                        Json.parse(record.value())))
                .toList();
        Map<String, List<JsonNode>> scores = TopicContent.of(kafka, Topics.CLIENT_SCORES.name()).stream()
                .map(record -> Json.parse(record.value()))
                .collect(groupingBy(score -> score.path("clientId").asString()));
        return new Evidence(
                store.stream()
                        .filter(event -> event.payload().has("clientId"))
                        .collect(groupingBy(StoredEvent::aggregate, TreeMap::new, Collectors.toList())),
                store,
                topics,
                scores,
                byId(api.all("/api/clients"), "clientId"),
                byId(api.all("/api/account-managers"), "accountManagerId"));
    }

    private static Map<String, JsonNode> byId(List<JsonNode> items, String id) {
        return items.stream().collect(Collectors.toMap(item -> item.path(id).asString(), item -> item));
    }
}
