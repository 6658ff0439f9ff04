package io.vigie.training.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vigie.contracts.sketch.Sketch;
import io.vigie.training.prepare.Feature;
import io.vigie.training.prepare.Feature.Categories;
import io.vigie.training.prepare.Feature.Numbers;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.stat.StatUtils;
import org.jspecify.annotations.Nullable;

/**
 * What training saw of a column.
 *
 * @param kind {@code number} or {@code category}
 * @param unit of a number, as somebody said; null when nobody did
 * @param empty how many cells are empty
 * @param min of a number
 * @param mean of a number
 * @param max of a number
 * @param categories the words of a category, sorted
 * @param sketch how the values of a number are distributed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FeatureFacts(
        String name,
        String kind,
        @Nullable String unit,
        int empty,
        @Nullable Double min,
        @Nullable Double mean,
        @Nullable Double max,
        @Nullable List<String> categories,
        @Nullable Sketch sketch) {

    /** Of this column, in that unit. */
    public static FeatureFacts of(Feature feature, @Nullable String unit) {
        if (feature instanceof Numbers numbers) {
            double[] present = numbers.present();
            return new FeatureFacts(
                    feature.name(),
                    "number",
                    unit,
                    numbers.values().length - present.length,
                    StatUtils.min(present),
                    StatUtils.mean(present),
                    StatUtils.max(present),
                    null,
                    Sketch.of(numbers.values()));
        }
        List<String> words = Arrays.asList(((Categories) feature).values());
        return new FeatureFacts(
                feature.name(),
                "category",
                null,
                (int) words.stream().filter(Categories.NONE::equals).count(),
                null,
                null,
                null,
                words.stream().distinct().sorted().toList(),
                null);
    }
}
