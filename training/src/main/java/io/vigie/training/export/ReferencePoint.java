package io.vigie.training.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vigie.pmml.Range;
import io.vigie.training.prepare.Feature;
import io.vigie.training.prepare.Feature.Categories;
import io.vigie.training.prepare.Feature.Numbers;
import io.vigie.training.prepare.TrainingSet;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hipparchus.stat.StatUtils;

/**
 * What goes into reference.json: where explanations start from, and what training saw. Without words among the inputs it has
 * exactly the form of {@link io.vigie.pmml.Reference}.
 *
 * @param referencePoint for each input the mean of a number (the mode where it is only ever 0 or 1), the mode of a category
 * @param trainingRanges for each number
 * @param trainingCategories for each category its words, most frequent first; absent when there is none
 */
public record ReferencePoint(
        Map<String, Object> referencePoint,
        Map<String, Range> trainingRanges,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, List<String>> trainingCategories) {

    /** Of these inputs. */
    public static ReferencePoint of(TrainingSet set, List<String> inputs) {
        Map<String, Object> point = new LinkedHashMap<>();
        Map<String, Range> ranges = new LinkedHashMap<>();
        Map<String, List<String>> categories = new LinkedHashMap<>();
        for (Feature feature : set.features()) {
            if (!inputs.contains(feature.name())) {
                continue;
            }
            if (feature instanceof Numbers numbers) {
                double[] present = numbers.present();
                point.put(feature.name(), typical(present));
                ranges.put(feature.name(), new Range(StatUtils.min(present), StatUtils.max(present)));
            } else {
                List<String> words = byFrequency(((Categories) feature).values());
                point.put(feature.name(), words.get(0));
                categories.put(feature.name(), words);
            }
        }
        return new ReferencePoint(point, ranges, categories);
    }

    private static double typical(double[] values) {
        // Somebody either has it or not; there is no 0.48 of it. When both are as frequent, nobody has it.
        return Arrays.stream(values).allMatch(value -> value == 0 || value == 1)
                ? Arrays.stream(StatUtils.mode(values)).min().orElseThrow()
                : StatUtils.mean(values);
    }

    private static List<String> byFrequency(String[] values) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String value : values) {
            counts.merge(value, 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }
}
