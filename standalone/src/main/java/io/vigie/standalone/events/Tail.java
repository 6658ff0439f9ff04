package io.vigie.standalone.events;

import io.vigie.contracts.Topic;
import io.vigie.contracts.Topics;
import io.vigie.standalone.Refusal;
import io.vigie.standalone.Target;
import io.vigie.standalone.output.OutputFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vigie events tail}: prints events straight from Kafka. */
@Command(
        name = "tail",
        description = "Prints events of clients, account managers and models straight from Kafka, committed ones only.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Without --from: the last 20, of those types if any are named. The events of one client come in order; -o json prints one object a line.",
            "",
            "Examples:",
            "  vigie events tail --follow",
            "  vigie events tail --from beginning --type client-registered -o json",
            "  vigie events tail --from 2026-01-31T12:00:00Z --type purchase-recorded,client-departed"
        })
public final class Tail implements Callable<Integer> {

    private static final Duration POLL = Duration.ofMillis(200);

    @Mixin
    private Target target;

    @Mixin
    private OutputFormat output;

    @Option(names = "--type", paramLabel = "TYPE", split = ",", description = "Only events of these types.")
    private Set<String> types = Set.of();

    @Option(
            names = "--from",
            paramLabel = "WHERE",
            description = "beginning, an offset (in every partition) or a time.")
    private @Nullable String from;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what comes, until Ctrl-C.")
    private boolean follow;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        // The last of a rare type may be anywhere.
        From start = From.of(from == null && !types.isEmpty() ? "beginning" : from);
        EventLines lines = new EventLines(spec.commandLine().getOut(), output.format());
        Map<String, Object> settings = new HashMap<>(Broker.settings(target));
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "earliest");
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
            read(consumer, start, lines);
        } catch (KafkaException unavailable) {
            throw new Refusal("Kafka doesn't answer right now; see ./vigie status", 1, unavailable);
        }
        return 0;
    }

    private void read(Consumer<byte[], byte[]> consumer, From start, EventLines lines) {
        List<TopicPartition> partitions = partitions(consumer);
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        start.offsets(consumer, ends).forEach(consumer::seek);
        List<TailedEvent> last = new ArrayList<>();
        while (!lines.isClosed() && behind(consumer, ends)) {
            List<TailedEvent> found = poll(consumer);
            if (from != null) {
                found.forEach(lines::print);
            } else {
                last.addAll(found);
                last.sort(Comparator.comparing(TailedEvent::time));
                last.subList(0, Math.max(0, last.size() - From.LAST)).clear();
            }
        }
        last.forEach(lines::print);
        while (follow && !lines.isClosed()) {
            poll(consumer).forEach(lines::print);
        }
    }

    private List<TailedEvent> poll(Consumer<byte[], byte[]> consumer) {
        return StreamSupport.stream(consumer.poll(POLL).spliterator(), false)
                .map(TailedEvent::of)
                .filter(event -> types.isEmpty() || types.contains(event.type()))
                .sorted(Comparator.comparing(TailedEvent::time))
                .toList();
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> consumer) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (Topic topic : List.of(Topics.CLIENT_EVENTS, Topics.ACCOUNT_MANAGER_EVENTS, Topics.MODEL_EVENTS)) {
            consumer.partitionsFor(topic.name())
                    .forEach(partition -> partitions.add(new TopicPartition(topic.name(), partition.partition())));
        }
        return partitions;
    }

    private static boolean behind(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
    }
}
