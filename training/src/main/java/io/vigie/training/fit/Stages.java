package io.vigie.training.fit;

import io.vigie.training.prepare.Feature;
import io.vigie.training.prepare.Feature.Categories;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.Imputer;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;

/** From typed columns to one vector: gaps filled by the mean, words numbered. Fitted anew on each training part. */
final class Stages {

    static final String FEATURES = "vigie_features";

    private Stages() {}

    static Pipeline pipeline(List<Feature> features, boolean indicators) {
        return new Pipeline().setStages(stages(features, indicators).toArray(PipelineStage[]::new));
    }

    static List<PipelineStage> stages(List<Feature> features, boolean indicators) {
        List<PipelineStage> stages = new ArrayList<>();
        String[] gaps = names(features, feature -> !(feature instanceof Categories) && feature.hasGaps());
        if (gaps.length > 0) {
            stages.add(new Imputer().setInputCols(gaps).setOutputCols(all(gaps, Stages::filled)));
        }
        String[] words = names(features, Categories.class::isInstance);
        if (words.length > 0) {
            // A word that training has not seen must not stop a score: it gets a number of its own.
            stages.add(new StringIndexer()
                    .setInputCols(words)
                    .setOutputCols(all(words, Stages::numbered))
                    .setHandleInvalid("keep"));
            if (indicators) {
                stages.add(new OneHotEncoder()
                        .setInputCols(all(words, Stages::numbered))
                        .setOutputCols(all(words, Stages::indicated)));
            }
        }
        stages.add(new VectorAssembler()
                .setInputCols(features.stream()
                        .map(feature -> column(feature, indicators))
                        .toArray(String[]::new))
                .setOutputCol(FEATURES));
        return stages;
    }

    private static String column(Feature feature, boolean indicators) {
        if (feature instanceof Categories) {
            return indicators ? indicated(feature.name()) : numbered(feature.name());
        }
        return feature.hasGaps() ? filled(feature.name()) : feature.name();
    }

    private static String filled(String name) {
        return "vigie_filled_" + name;
    }

    private static String numbered(String name) {
        return "vigie_numbered_" + name;
    }

    private static String indicated(String name) {
        return "vigie_indicated_" + name;
    }

    private static String[] names(List<Feature> features, java.util.function.Predicate<Feature> wanted) {
        return features.stream().filter(wanted).map(Feature::name).toArray(String[]::new);
    }

    private static String[] all(String[] names, UnaryOperator<String> renamed) {
        return java.util.Arrays.stream(names).map(renamed).toArray(String[]::new);
    }
}
