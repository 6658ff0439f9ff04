package io.vigie.command.platform;

import java.text.Normalizer;

/** Text that people write and other people read: NFC, trimmed, nothing invisible at its ends, nothing that deceives. */
final class PlainText {

    private PlainText() {}

    /** NFC without blanks and invisible characters at both ends; empty when nothing visible is left. */
    static String clean(String raw) {
        String composed = Normalizer.normalize(raw, Normalizer.Form.NFC);
        int start = 0;
        int end = composed.length();
        while (start < end && isUnseen(composed.codePointAt(start))) {
            start += Character.charCount(composed.codePointAt(start));
        }
        while (end > start && isUnseen(composed.codePointBefore(end))) {
            end -= Character.charCount(composed.codePointBefore(end));
        }
        return composed.substring(start, end);
    }

    /** Whether there is a character that has no place in one line of text. */
    static boolean deceives(String raw) {
        return raw.codePoints().anyMatch(PlainText::isForbidden);
    }

    private static boolean isUnseen(int codePoint) {
        boolean tag = codePoint >= 0xE0000 && codePoint <= 0xE007F;
        boolean filler = codePoint == 0x115F
                || codePoint == 0x1160
                || codePoint == 0x3164
                || codePoint == 0xFFA0
                || codePoint == 0x2800
                || codePoint == 0x034F;
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || filler
                || (Character.getType(codePoint) == Character.FORMAT && !tag);
    }

    private static boolean isForbidden(int codePoint) {
        boolean noncharacter = (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
        boolean direction =
                (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> noncharacter || direction;
        };
    }
}
