package io.vigie.training.fit;

/**
 * The kinds of model that are tried, the simplest first: a sum of one number per column; two numbers per column and
 * class; a tree that can be read; many trees that vote; many trees that correct each other. This order decides between
 * candidates that are as good as each other.
 */
public enum Candidate {
    /** Ridge-penalised, maximum likelihood. */
    LOGISTIC_REGRESSION("logistic-regression", "logistic regression", true),
    /** One normal distribution per column and class. */
    NAIVE_BAYES("naive-bayes", "naive Bayes (Gaussian)", true),
    /** One tree by Gini impurity. */
    DECISION_TREE("decision-tree", "decision tree", false),
    /** Trees on resampled rows and columns, averaged. */
    RANDOM_FOREST("random-forest", "random forest", false),
    /** Trees on the errors of the trees before, logistic loss. */
    GRADIENT_BOOSTED_TREES("gradient-boosted-trees", "gradient-boosted trees", false);

    private final String key;
    private final String told;
    private final boolean indicators;

    Candidate(String key, String told, boolean indicators) {
        this.key = key;
        this.told = told;
        this.indicators = indicators;
    }

    /** Stable name for files and fields. */
    public String key() {
        return key;
    }

    /** Name for people. */
    public String told() {
        return told;
    }

    /** Whether a category must be given as 0 and 1 for each of its words. */
    boolean indicators() {
        return indicators;
    }
}
