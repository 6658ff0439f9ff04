package io.vigie.query.summary;

import io.vigie.query.changes.Change;
import io.vigie.query.changes.Change.Kind;
import io.vigie.query.livestream.Audience;
import io.vigie.query.livestream.LiveTopic;
import io.vigie.query.livestream.Patch;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The numbers as they change. */
@Component
final class LiveSummary implements LiveTopic {

    private final Summaries summaries;

    LiveSummary(Summaries summaries) {
        this.summaries = summaries;
    }

    @Override
    public String name() {
        return "summary";
    }

    @Override
    public String read() {
        return "/api/summary";
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.CLIENT, Kind.HANDED_OVER, Kind.SCORE);
    }

    @Override
    public Duration pause() {
        return Duration.ofMillis(250);
    }

    @Override
    public boolean isToldAsOne() {
        return true;
    }

    @Override
    public List<Patch> patches(Audience audience, List<Change> changes) {
        return List.of(new Patch("all", summaries.of(audience.portfolio())));
    }
}
