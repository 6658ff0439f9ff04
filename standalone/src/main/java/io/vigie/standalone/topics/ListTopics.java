package io.vigie.standalone.topics;

import io.vigie.standalone.Target;
import io.vigie.standalone.events.Broker;
import io.vigie.standalone.output.OutputFormat;
import io.vigie.standalone.output.Rows;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code vigie topics}: lists Vigie's topics. */
@Command(
        name = "topics",
        description = "Lists the topics with their partitions, offsets and lag.",
        mixinStandardHelpOptions = true,
        subcommands = DescribeTopics.class,
        footer = {
            "",
            "Offsets count a transaction's end mark too, so they may be ahead of the number of records. The lag is that of",
            "Kafka's consumer groups; the query-service keeps its offsets in PostgreSQL: `vigie status` tells its lag.",
            "",
            "Examples:",
            "  vigie topics",
            "  vigie topics describe",
            "  vigie topics -o json"
        })
public final class ListTopics implements Callable<Integer> {

    @Mixin
    private Target target;

    @Mixin
    private OutputFormat output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Map<String, List<Partition>> topics;
        Map<String, Object> broker = Broker.settings(target);
        try (Admin admin = Admin.create(broker)) {
            topics = new BrokerView(admin, new Remaining(broker))
                    .partitions().stream()
                            .collect(Collectors.groupingBy(Partition::topic, TreeMap::new, Collectors.toList()));
        }
        Rows rows = new Rows("topic", "partitions", "offsets", "lag", "under-replicated");
        topics.forEach((name, partitions) -> rows.add(
                name,
                partitions.size(),
                partitions.stream().mapToLong(p -> p.end() - p.beginning()).sum(),
                partitions.stream()
                        .map(Partition::lag)
                        .filter(Objects::nonNull)
                        .reduce(Long::sum)
                        .orElse(null),
                partitions.stream()
                        .filter(p -> p.inSync().size() < p.replicas().size())
                        .count()));
        rows.print(spec.commandLine().getOut(), output.format());
        return 0;
    }
}
