package io.vigie.query.projectscores;

import io.vigie.contracts.Headers;
import io.vigie.contracts.Topics;
import io.vigie.contracts.score.SourcePosition;
import io.vigie.query.platform.Writes;
import io.vigie.query.projection.Arrival;
import io.vigie.query.projection.Ledger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Events that scoring gave up or parked. No score may ever come for one, so whoever waits for the scores of all clients
 * must not wait for it, once the views have all scores from before it.
 */
@Component
final class GivenUpEvents implements Ledger {

    private static final Pattern ORIGIN =
            Pattern.compile(Pattern.quote(Topics.CLIENT_EVENTS.name()) + "/(\\d{1,6})/(\\d{1,18})");

    @Override
    public String topic() {
        return Topics.DEAD_LETTERS.name();
    }

    @Override
    public void write(Writes writes, List<Arrival> arrivals) {
        ScoredOffsets.giveUp(
                writes, arrivals.stream().map(GivenUpEvents::source).filter(Objects::nonNull));
    }

    private static @Nullable SourcePosition source(Arrival letter) {
        Map<String, String> headers = letter.headers();
        Matcher origin = ORIGIN.matcher(headers.getOrDefault(Headers.DEAD_LETTER_ORIGIN, ""));
        return "scoring".equals(headers.get(Headers.DEAD_LETTER_CONSUMER)) && origin.matches()
                ? new SourcePosition(Integer.parseInt(origin.group(1)), Long.parseLong(origin.group(2)))
                : null;
    }
}
