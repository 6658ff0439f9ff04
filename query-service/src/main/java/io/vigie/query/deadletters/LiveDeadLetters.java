package io.vigie.query.deadletters;

import io.vigie.query.changes.Change;
import io.vigie.query.changes.Change.Kind;
import io.vigie.query.livestream.Audience;
import io.vigie.query.livestream.LiveTopic;
import io.vigie.query.livestream.Patch;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Dead letters as they come, and what is decided about them. */
@Component
final class LiveDeadLetters implements LiveTopic {

    private final DeadLetterCards letters;

    LiveDeadLetters(DeadLetterCards letters) {
        this.letters = letters;
    }

    /** See {@link ListedDeadLetter}. */
    record LiveDeadLetter(long deadLetterId, String consumer, String state) {

        static LiveDeadLetter of(DeadLetterCard card) {
            return new LiveDeadLetter(card.deadLetterId, card.consumer, card.state);
        }
    }

    @Override
    public String name() {
        return "dead-letters";
    }

    @Override
    public String read() {
        return "/api/dead-letters";
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.DEAD_LETTER);
    }

    @Override
    public List<Patch> patches(Audience audience, List<Change> changes) {
        return changes.stream()
                .map(Change::id)
                .filter(id -> id.matches("\\d{1,18}"))
                .distinct()
                .flatMap(id -> letters.findById(Long.parseLong(id)).stream())
                .map(card -> new Patch(Long.toString(card.deadLetterId), LiveDeadLetter.of(card)))
                .toList();
    }
}
