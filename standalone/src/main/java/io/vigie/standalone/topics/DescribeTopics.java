package io.vigie.standalone.topics;

import io.vigie.standalone.Target;
import io.vigie.standalone.events.Broker;
import io.vigie.standalone.output.OutputFormat;
import io.vigie.standalone.output.OutputFormat.Format;
import io.vigie.standalone.output.Rows;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code vigie topics describe}: every partition. */
@Command(
        name = "describe",
        description = "Shows every partition: leader, replicas, in-sync replicas, offsets, lag.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  vigie topics describe", "  vigie topics describe -o csv"})
public final class DescribeTopics implements Callable<Integer> {

    @Mixin
    private Target target;

    @Mixin
    private OutputFormat output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Rows rows = new Rows("topic", "partition", "leader", "replicas", "isr", "beginning", "end", "lag");
        Map<String, Object> broker = Broker.settings(target);
        try (Admin admin = Admin.create(broker)) {
            for (Partition partition : new BrokerView(admin, new Remaining(broker)).partitions()) {
                rows.add(
                        partition.topic(),
                        partition.partition(),
                        partition.leader(),
                        ids(partition.replicas()),
                        ids(partition.inSync()),
                        partition.beginning(),
                        partition.end(),
                        partition.lag());
            }
        }
        rows.print(spec.commandLine().getOut(), output.format());
        return 0;
    }

    private Object ids(List<Integer> brokers) {
        return output.format() == Format.JSON
                ? brokers
                : brokers.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
}
