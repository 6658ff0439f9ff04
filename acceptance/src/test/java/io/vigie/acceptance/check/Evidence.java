package io.vigie.acceptance.check;

import static java.util.stream.Collectors.groupingBy;

import io.vigie.acceptance.system.Json;
import io.vigie.acceptance.system.RunningVigie;
import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;

/**
 * Everything that can be known about a system at rest, from its store, its topics and its API.
 *
 * @param scores the records of the scores topic, by client, in their order there
 */
record Evidence(
        Map<String, List<StoredEvent>> clientsInStore,
        Map<String, List<StoredEvent>> managersInStore,
        List<StoredEvent> store,
        List<StoredEvent> topics,
        Map<String, List<JsonNode>> scores,
        Deployed deployed,
        Shown shown) {

    static Evidence of(RunningVigie vigie) throws IOException, InterruptedException, SQLException {
        Map<String, Object> kafka = vigie.kafka();
        return of(
                EventStore.events(vigie.eventStoreUrl(), vigie.user(), vigie.password()),
                Stream.of(Topics.CLIENT_EVENTS, Topics.ACCOUNT_MANAGER_EVENTS, Topics.MODEL_EVENTS)
                        .flatMap(topic -> TopicContent.of(kafka, topic.name()).stream())
                        .map(Evidence::sent)
                        .toList(),
                TopicContent.of(kafka, Topics.CLIENT_SCORES.name()).stream()
                        .map(record -> Json.parse(record.value()))
                        .collect(groupingBy(score -> score.path("clientId").asString())),
                Deployed.of(kafka),
                Shown.by(vigie.api()));
    }

    static Evidence of(
            List<StoredEvent> store,
            List<StoredEvent> topics,
            Map<String, List<JsonNode>> scores,
            Deployed deployed,
            Shown shown) {
        Map<Boolean, Map<String, List<StoredEvent>>> aggregates = store.stream()
                .filter(event -> !event.isOfModel())
                .collect(Collectors.partitioningBy(
                        event -> event.payload().has("clientId"),
                        groupingBy(StoredEvent::aggregate, TreeMap::new, Collectors.toList())));
        return new Evidence(
                aggregates.getOrDefault(true, Map.of()),
                aggregates.getOrDefault(false, Map.of()),
                store,
                topics,
                scores,
                deployed,
                shown);
    }

    /** The same with what is told by now of what the models were given. */
    Evidence withSketches(RunningVigie vigie) throws IOException {
        return new Evidence(
                clientsInStore, managersInStore, store, topics, scores, deployed.withSketches(vigie.kafka()), shown);
    }

    /** The events of a client or an account manager, none when there is no such thing. */
    List<StoredEvent> of(String aggregate) {
        List<StoredEvent> client = clientsInStore.get(aggregate);
        return client == null ? managersInStore.getOrDefault(aggregate, List.of()) : client;
    }

    private static StoredEvent sent(ConsumerRecord<String, byte[]> record) {
        return new StoredEvent(
                TopicContent.header(record, Headers.ID),
                record.key(),
                Long.parseLong(TopicContent.header(record, Headers.VERSION)),
                TopicContent.header(record, Headers.TYPE),
                Integer.parseInt(TopicContent.header(record, Headers.REVISION)),
                Instant.parse(TopicContent.header(record, Headers.TIME)),
                TopicContent.header(record, Headers.ACTOR),
                Json.parse(record.value()));
    }
}
