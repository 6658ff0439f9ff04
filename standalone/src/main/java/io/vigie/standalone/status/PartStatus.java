package io.vigie.standalone.status;

import io.vigie.embedded.RunningProcess;
import io.vigie.standalone.supervisor.DataFolder;
import io.vigie.standalone.supervisor.Health;
import io.vigie.standalone.supervisor.PartName;
import io.vigie.standalone.supervisor.Ports;
import io.vigie.standalone.supervisor.Secrets;
import io.vigie.standalone.supervisor.Shutdown;
import io.vigie.standalone.supervisor.SystemState;
import io.vigie.standalone.supervisor.SystemState.PartState;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One part as it is now.
 *
 * @param state running, unhealthy (runs, doesn't serve), starting, restarting, orphaned (runs without a supervisor) or stopped
 * @param port null when it never had one
 * @param lag how many records it is behind; null when it has no such number or can't tell
 */
record PartStatus(
        String part,
        String state,
        @Nullable Long pid,
        @Nullable Integer port,
        @Nullable Long lag) {

    private static final String RUNNING = "running";

    boolean runs() {
        return state.equals(RUNNING);
    }

    static List<PartStatus> of(DataFolder folder) {
        boolean supervised = Shutdown.supervisor(folder).isPresent();
        Optional<Secrets> secrets = Secrets.recorded(folder);
        List<PartState> known = SystemState.of(folder).map(SystemState::parts).orElse(List.of());
        return Arrays.stream(PartName.values())
                .parallel()
                .map(name -> known.stream()
                        .filter(part -> part.part().equals(name.toString()))
                        .findFirst()
                        .map(part -> now(folder, name, part, supervised, secrets))
                        .orElseGet(() ->
                                new PartStatus(name.toString(), "stopped", null, Ports.recorded(folder, name), null)))
                .toList();
    }

    private static PartStatus now(
            DataFolder folder, PartName name, PartState last, boolean supervised, Optional<Secrets> secrets) {
        Optional<RunningProcess> process = Optional.ofNullable(last.pid())
                .flatMap(RunningProcess::of)
                .filter(running -> running.commandLine().contains(folder.root().toString()));
        Long pid = process.map(RunningProcess::pid).orElse(null);
        String state = state(name, last, supervised, pid != null);
        OptionalLong lag = state.equals(RUNNING) && secrets.isPresent()
                ? Health.lag(name, last.port(), secrets.get().operator())
                : OptionalLong.empty();
        return new PartStatus(
                name.toString(), state, pid, last.port(), lag.isPresent() ? Long.valueOf(lag.getAsLong()) : null);
    }

    private static String state(PartName name, PartState last, boolean supervised, boolean alive) {
        if (!supervised) {
            return alive ? "orphaned" : "stopped";
        }
        if (!last.state().equals(RUNNING)) {
            return last.state();
        }
        if (!alive) {
            return "restarting";
        }
        return Health.serves(name, last.port()) ? RUNNING : "unhealthy";
    }
}
