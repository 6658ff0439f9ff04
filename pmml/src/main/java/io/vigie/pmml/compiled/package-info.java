/**
 * Plain regressions and ensembles of trees as flat arrays of numbers. What isn't plain isn't translated: then the evaluator
 * answers alone.
 */
@NullMarked
package io.vigie.pmml.compiled;

import org.jspecify.annotations.NullMarked;
