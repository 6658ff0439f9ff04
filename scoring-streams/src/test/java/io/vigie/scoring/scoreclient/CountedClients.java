package io.vigie.scoring.scoreclient;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigie.contracts.Topic;
import io.vigie.contracts.Topics;
import io.vigie.contracts.model.ModelSketch;
import io.vigie.contracts.score.ClientScore;
import io.vigie.contracts.score.SourcePosition;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** How many clients each version counted, by day and partition, against those that it answered to. */
record CountedClients(Wire wire) {

    private static final int LOOKS = 30;

    /**
     * Waits until the last sketch of each version, day and partition counts the distinct clients that the version answered to,
     * as champion or as challenger. Of every client an event must have been scored.
     */
    void mustBeThoseThatWereAnswered() {
        Map<String, Long> expected = Map.of();
        Map<String, Long> told = told();
        for (int look = 0; look < LOOKS && !told.equals(expected); look++) {
            expected = expected(answers(Topics.CLIENT_SCORES), answers(Topics.CLIENT_SHADOW_SCORES));
            told = told();
        }
        assertThat(told).isNotEmpty().isEqualTo(expected);
    }

    private List<ClientScore> answers(Topic topic) {
        return wire.read(topic.name(), record -> true, 1).stream()
                .map(record -> JsonMapper.shared().readValue(record.value(), ClientScore.class))
                .toList();
    }

    private static Map<String, Long> expected(List<ClientScore> scores, List<ClientScore> shadows) {
        Map<String, Integer> partitions = new HashMap<>();
        scores.forEach(score -> {
            SourcePosition source = score.source();
            if (source != null) {
                partitions.put(score.clientId(), source.partition());
            }
        });
        Map<String, Set<String>> clients = new TreeMap<>();
        Stream.concat(scores.stream(), shadows.stream()).forEach(score -> {
            int partition = Objects.requireNonNull(partitions.get(score.clientId()));
            clients.computeIfAbsent(key(score, partition), key -> new HashSet<>())
                    .add(score.clientId());
        });
        Map<String, Long> counts = new TreeMap<>();
        clients.forEach((key, own) -> counts.put(key, (long) own.size()));
        return counts;
    }

    private static String key(ClientScore score, int partition) {
        LocalDate day = LocalDate.ofInstant(score.scoredAt(), ZoneOffset.UTC);
        return score.model().name() + "/" + score.model().version() + "/" + day + "/" + partition;
    }

    private Map<String, Long> told() {
        Map<String, Long> told = new TreeMap<>();
        wire.read(Topics.MODEL_SKETCHES.name(), record -> true, 1).forEach(record -> {
            ModelSketch sketch = JsonMapper.shared().readValue(record.value(), ModelSketch.class);
            told.put(sketch.key(), sketch.score().records());
        });
        return told;
    }
}
