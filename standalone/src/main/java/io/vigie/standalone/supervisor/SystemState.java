package io.vigie.standalone.supervisor;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the supervisor last wrote of itself and its parts into {@code state.json}.
 *
 * @param pid the supervisor's process
 * @param started when that process started, as {@link io.vigie.embedded.RunningProcess#started} tells it
 */
public record SystemState(long pid, String started, List<PartState> parts) {

    /**
     * One part.
     *
     * @param part its name
     * @param state starting, running, restarting or stopped
     * @param pid null while it doesn't run
     * @param restarts how often it was started again since the system came up
     */
    public record PartState(
            String part, String state, @Nullable Long pid, int port, int restarts) {}

    /** The last state of a folder, if it ever had one. */
    public static Optional<SystemState> of(DataFolder folder) {
        return JsonFile.read(folder.state(), SystemState.class);
    }
}
