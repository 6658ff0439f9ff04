package io.vigie.query.platform;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Text as the search compares it: its distinct words, without case and accents. */
public final class Words {

    private static final int LONGEST = 100;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Words() {}

    /** The words of all texts, each once, separated by one blank; empty when there are none. */
    public static String folded(String... texts) {
        return Stream.of(texts)
                .flatMap(text -> BETWEEN.splitAsStream(fold(text)))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, Math.min(word.length(), LONGEST)))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static String fold(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        // Upper case first: it folds what lower case alone keeps apart (ß and ss).
        return bare.toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replace("ς", "σ")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("æ", "ae")
                .replace("œ", "oe");
    }
}
