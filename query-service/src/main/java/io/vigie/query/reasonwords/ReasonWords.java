package io.vigie.query.reasonwords;

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

    private final Effect effect;
    private final InputFacts facts;
    private final Locale language;
    private final ResourceBundle texts;
    private final Figures figures;

    /**
     * For reasons of one answer.
     *
     * @param effect of what they are shares
     * @param facts of the inputs of the model that gave it
     * @param language one of {@link #LANGUAGES}, else English
     */
    public ReasonWords(Effect effect, InputFacts facts, Locale language) {
        this.effect = effect;
        this.facts = facts;
        this.language = LANGUAGES.stream()
                .filter(one -> one.getLanguage().equals(language.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
        this.texts = ResourceBundle.getBundle(
                BUNDLE,
                this.language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.figures = new Figures(this.language);
    }

    /**
     * The sentence.
     *
     * @param value a number, a text or a truth value; null where it is missing
     * @param share of the answer; positive raises it
     */
    public String of(String input, @Nullable Object value, double share) {
        boolean own = effect.ofClients() && value instanceof Number && texts.containsKey(input);
        String unit = facts.units().get(input);
        Object usual = facts.usual().get(input);
        @Nullable
        Object[] about = {
            value instanceof Number number ? number.doubleValue() : null,
            usual instanceof Number number ? number.doubleValue() : null,
            null,
            figures.cut(input),
            value instanceof Number && unit != null ? " " + unit : "",
            value == null ? null : figures.shown(value),
            usual == null ? null : figures.shown(usual)
        };
        String what = say(own ? input : value == null ? "missing" : "other", about);
        String effect = effect(share);
        if (usual == null) {
            return say("without-average", what, "", effect);
        }
        String than = !(usual instanceof Number) ? "usual" : own ? "average" : "mean";
        return say("sentence", what, say(than, about), effect);
    }

    private String effect(double share) {
        double points = points(share);
        String which = effect.inPoints() && points == 0 ? "hardly-" : share < 0 ? "lowers-" : "raises-";
        return say(which + effect.key(), points, figures.shown(Math.abs(share)), figures.cut(effect.name()));
    }

    private static double points(double share) {
        double points = Math.abs(share) * 100;
        return points < TENTHS_BELOW ? Math.rint(points * 10) / 10 : Math.rint(points);
    }

    private String say(String key, @Nullable Object... facts) {
        return new MessageFormat(texts.getString(key), language).format(facts);
    }
}
