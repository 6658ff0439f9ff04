package io.vigie.training.fit;

import org.apache.spark.ml.Predictor;
import org.apache.spark.ml.classification.DecisionTreeClassifier;
import org.apache.spark.ml.classification.GBTClassifier;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.NaiveBayes;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.ml.linalg.Vector;

/** Spark's fitting algorithms with a setting. */
final class Estimators {

    /** Enough for the largest category and the one that stands for words never seen; Spark's own default is 32. */
    private static final int BINS = 64;

    private Estimators() {}

    static Predictor<Vector, ?, ?> of(Candidate candidate, Setting setting, String target, long seed) {
        Predictor<Vector, ?, ?> estimator =
                switch (candidate) {
                    case LOGISTIC_REGRESSION ->
                        new LogisticRegression()
                                .setRegParam(setting.value("regParam"))
                                .setMaxIter(200)
                                .setTol(1e-9);
                    case NAIVE_BAYES -> new NaiveBayes().setModelType("gaussian");
                    case DECISION_TREE ->
                        new DecisionTreeClassifier()
                                .setMaxDepth(setting.whole("maxDepth"))
                                .setMinInstancesPerNode(setting.whole("minInstancesPerNode"))
                                .setMaxBins(BINS)
                                .setSeed(seed);
                    case RANDOM_FOREST ->
                        new RandomForestClassifier()
                                .setNumTrees(setting.whole("numTrees"))
                                .setMaxDepth(setting.whole("maxDepth"))
                                .setMaxBins(BINS)
                                .setSeed(seed);
                    case GRADIENT_BOOSTED_TREES ->
                        new GBTClassifier()
                                .setMaxIter(setting.whole("maxIter"))
                                .setMaxDepth(setting.whole("maxDepth"))
                                .setStepSize(setting.value("stepSize"))
                                .setMaxBins(BINS)
                                .setSeed(seed);
                };
        estimator.setLabelCol(target);
        estimator.setFeaturesCol(Stages.FEATURES);
        return estimator;
    }
}
