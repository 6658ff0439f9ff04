package io.vigie.query.reasonwords;

import io.vigie.contracts.score.Reason;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** One sentence for a reason, with value and unit: "12 sites (average 8.6) raises the risk by 31 points". */
public final class ReasonWords {

    /** English first: whoever asks for neither gets that. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);

    private static final String BUNDLE = ReasonWords.class.getPackageName() + ".reasons";

    /** A share of less than a point is told to a tenth. */
    private static final double TENTHS_BELOW = 0.995;

    private ReasonWords() {}

    /**
     * The sentence.
     *
     * @param average of the feature where the model learned, null when nobody knows
     * @param language one of {@link #LANGUAGES}, else English
     */
    public static String of(Reason reason, @Nullable Double average, Locale language) {
        Locale known = LANGUAGES.stream()
                .filter(one -> one.getLanguage().equals(language.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
        ResourceBundle texts = ResourceBundle.getBundle(
                BUNDLE, known, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Object[] facts = {reason.value(), average, points(reason.contribution()), reason.feature()};
        String what = say(texts, known, texts.containsKey(reason.feature()) ? reason.feature() : "other", facts);
        String effect = say(texts, known, reason.contribution() < 0 ? "lowers" : "raises", facts);
        return average == null
                ? say(texts, known, "without-average", what, "", effect)
                : say(texts, known, "sentence", what, say(texts, known, "average", facts), effect);
    }

    private static double points(double contribution) {
        double points = Math.abs(contribution) * 100;
        return points < TENTHS_BELOW ? Math.rint(points * 10) / 10 : Math.rint(points);
    }

    private static String say(ResourceBundle texts, Locale language, String key, @Nullable Object... facts) {
        return new MessageFormat(texts.getString(key), language).format(facts);
    }
}
