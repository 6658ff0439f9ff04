package io.vigie.query.changes;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something of which the views show more or something else than before; what they show is read when it is needed.
 *
 * @param kind of thing
 * @param id of the client, account manager, model or dead letter
 * @param first of a client's new versions, in events; 0 where none is told
 * @param last of them, in events
 * @param former who looked after the client until now; empty unless the kind is {@link Kind#HANDED_OVER}
 */
public record Change(Kind kind, String id, long first, long last, String former) {

    private static final Pattern LINE =
            Pattern.compile("([a-z]) ([A-Za-z0-9._-]{1,64})(?: (\\d{1,18}) (\\d{1,18}))?(?: <([A-Za-z0-9._-]{1,64}))?");

    /** What changed; the letter stands for it on its way. */
    public enum Kind {
        /** A client by its events. */
        CLIENT('c'),
        /** Who looks after a client. */
        HANDED_OVER('h'),
        /** What a client was scored. */
        SCORE('s'),
        /** An account manager by its own events. */
        ACCOUNT_MANAGER('a'),
        /** A model by its events. */
        MODEL('m'),
        /** A dead letter, or what was decided about it. */
        DEAD_LETTER('d');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        private static Optional<Kind> of(char letter) {
            for (Kind kind : values()) {
                if (kind.letter == letter) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /** Something of that kind and id. */
    public static Change of(Kind kind, String id) {
        return new Change(kind, id, 0, 0, "");
    }

    /** A client by these of its events, which follow one another. */
    public static Change client(String id, long first, long last) {
        return new Change(Kind.CLIENT, id, first, last, "");
    }

    /** A client whom that account manager looked after until now. */
    public static Change handedOver(String id, String former) {
        return new Change(Kind.HANDED_OVER, id, 0, 0, former);
    }

    /** The same, by whichever events it was. */
    public Change byAnyEvents() {
        return last == 0 ? this : of(kind, id);
    }

    /** Whether it says that this account manager looks after the client no more. */
    public boolean isLostBy(String accountManagerId) {
        return kind == Kind.HANDED_OVER && former.equals(accountManagerId);
    }

    String line() {
        return kind.letter + " " + id + (last == 0 ? "" : " " + first + " " + last)
                + (former.isEmpty() ? "" : " <" + former);
    }

    /** Nothing for a line that nobody here has written. */
    static Optional<Change> of(String line) {
        Matcher words = LINE.matcher(line);
        if (!words.matches()) {
            return Optional.empty();
        }
        String former = words.group(5);
        return Kind.of(words.group(1).charAt(0))
                .map(kind -> new Change(
                        kind,
                        words.group(2),
                        number(words.group(3)),
                        number(words.group(4)),
                        former == null ? "" : former));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
