/** What asking a model costs, beside the evaluator alone. */
@NullMarked
package io.vigie.benchmarks.models;

import org.jspecify.annotations.NullMarked;
