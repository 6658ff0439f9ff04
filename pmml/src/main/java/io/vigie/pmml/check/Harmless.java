package io.vigie.pmml.check;

import java.util.regex.Pattern;

/** Which names of a document may be told to people. */
public final class Harmless {

    /** The longest name of a field or function. */
    static final int LONGEST = 200;

    /** The longest name that is repeated in a message. */
    private static final int LONGEST_TOLD = 64;

    private static final Pattern TOLD = Pattern.compile("[\\p{L}\\p{N} ._()\\[\\]:=/+*-]{1," + LONGEST_TOLD + "}");

    private Harmless() {}

    /** The name, or a word for it when it is long or has characters that don't belong into a name. */
    public static String name(String name) {
        return TOLD.matcher(name).matches() ? name : "(unprintable name)";
    }

    /** A text of a document as it may be shown: in one line, without characters that can't be seen, 200 at most. */
    public static String text(String text) {
        String line = text.codePoints()
                .map(point -> unseen(point) ? ' ' : point)
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return line.strip();
    }

    private static boolean unseen(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }

    /** Whether a field or function may be called so: 1 to 200 characters, none of them a control character. */
    static boolean usable(String name) {
        return !name.isBlank() && name.length() <= LONGEST && name.codePoints().noneMatch(Harmless::unseen);
    }
}
